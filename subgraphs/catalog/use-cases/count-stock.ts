import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { Stock } from '../entities/stock.ts';
import type { CatalogTables } from '../entities/tables.ts';

/** So much of one product lies there: noted and announced, unless it was known. Refuses a count below what checkouts hold. */
export async function countStock(tx: Tx<CatalogTables>, sku: string, onHandMicro: bigint, actorId: string | null): Promise<void> {
  const counted = await saveCount(tx, sku, onHandMicro);
  if (!counted) return refuseBelowReserved(tx, sku, onHandMicro);
  await tx.announce({
    accountId: SELLER_ACCOUNT,
    aggregateType: 'stock',
    aggregateId: sku,
    aggregateVersion: counted.version,
    type: 'STOCK_ADJUSTED',
    payload: { sku, onHand: fromMicro(onHandMicro), available: fromMicro(onHandMicro - counted.reservedMicro) },
    actorId,
  });
}

/** One statement, so that no reservation slips between a look and a write. @returns nothing when the row stayed as it was */
function saveCount({ sql }: Tx<CatalogTables>, sku: string, onHandMicro: bigint): Promise<Stock | undefined> {
  return sql
    .insertInto('Stock')
    .values({ sku, onHandMicro, reservedMicro: 0n, version: 1 })
    .onConflict((oc) =>
      oc
        .column('sku')
        .doUpdateSet((eb) => ({ onHandMicro: eb.ref('excluded.onHandMicro'), version: eb('Stock.version', '+', 1) }))
        .where((eb) =>
          eb.and([
            eb('Stock.reservedMicro', '<=', eb.ref('excluded.onHandMicro')),
            eb('Stock.onHandMicro', '<>', eb.ref('excluded.onHandMicro')),
          ]),
        ),
    )
    .returningAll()
    .executeTakeFirst();
}

async function refuseBelowReserved({ sql }: Tx<CatalogTables>, sku: string, onHandMicro: bigint): Promise<void> {
  const { reservedMicro } = await sql.selectFrom('Stock').select('reservedMicro').where('sku', '=', sku).executeTakeFirstOrThrow();
  if (onHandMicro >= reservedMicro) return;
  const reserved = fromMicro(reservedMicro);
  throw refuse('BAD_USER_INPUT', `${reserved} of ${sku} are held by checkouts; the count cannot be below that.`, { sku, reserved });
}
