import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { Product } from '../entities/product.ts';
import type { Stock } from '../entities/stock.ts';
import type { CatalogTables } from '../entities/tables.ts';

/** Someone counted: so much lies there. Starts the tracking of a product; the same count again changes nothing. */
export function adjustStock({ db, viewer }: CatalogContext, sku: string, onHand: string): Promise<Product> {
  const onHandMicro = toMicro(readQuantity(onHand));
  return db.transact(async (tx) => {
    const product = await tx.sql.selectFrom('Product').selectAll().where('sku', '=', sku).executeTakeFirst();
    if (!product) throw refuse('UNKNOWN_SKU', `There is no product ${sku}.`, { sku });
    const counted = await saveCount(tx, sku, onHandMicro);
    if (!counted) {
      await refuseBelowReserved(tx, sku, onHandMicro);
      return product;
    }
    await tx.announce({
      accountId: SELLER_ACCOUNT,
      aggregateType: 'stock',
      aggregateId: sku,
      aggregateVersion: counted.version,
      type: 'STOCK_ADJUSTED',
      payload: { sku, onHand: fromMicro(onHandMicro), available: fromMicro(onHandMicro - counted.reservedMicro) },
      actorId: viewer?.id ?? null,
    });
    return product;
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
