import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CatalogContext } from '../context.ts';
import { isSameQuestion, sumAskedLines, type AskedLine, type HeldLine } from '../domain/held-lines.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readStock } from './read-catalog.ts';
import { takeFromShelf } from './take-from-shelf.ts';

export interface Reserve {
  readonly reservationId: string;
  readonly lines: readonly AskedLine[];
  readonly expiresAt: Date;
}

/** A checkout takes hold of all its stock or of none. Asked again under the same id it stands, for as long as asked last. */
export async function reserveStock(context: CatalogContext, { reservationId, lines, expiresAt }: Reserve): Promise<boolean> {
  const { accountId } = requireViewer(context);
  const asked = sumAskedLines(lines);
  const outside = asked.length > 0 && context.outside.inventory && context.config.outside.inventorySource.orders ? ('ASKED' as const) : null; // noted before it is asked
  return context.db.transact(async (tx) => {
    const wanted = await takeFromShelf(tx.sql, asked);
    const tracked = await readStock(tx.sql, wanted.map(({ sku }) => sku));
    const held = wanted.map((line) => ({ ...line, tracked: tracked.has(line.sku) }));
    const isNew = await tx.sql
      .insertInto('StockReservation')
      .values({ id: reservationId, accountId, state: 'HELD', expiresAt, asked, lines: held, outside, outsideTries: 0, outsideAt: null })
      .onConflict((oc) => oc.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!isNew) return renew(tx, { reservationId, lines: asked, expiresAt });
    for (const line of held) if (line.tracked) await hold(tx, line);
    return true;
  });
}

/** Conditional on what is there at that moment: two checkouts cannot both take the last one. */
async function hold({ sql }: Tx<CatalogTables>, { sku, quantity }: HeldLine): Promise<void> {
  const micro = toMicro(quantity);
  const taken = await sql
    .updateTable('Stock')
    .set((eb) => ({ reservedMicro: eb('reservedMicro', '+', micro) }))
    .where('sku', '=', sku)
    .where((eb) => eb(eb('onHandMicro', '-', eb.ref('reservedMicro')), '>=', micro))
    .returning('sku')
    .executeTakeFirst();
  if (taken) return;
  const stock = await sql.selectFrom('Stock').select(['onHandMicro', 'reservedMicro']).where('sku', '=', sku).executeTakeFirstOrThrow();
  const available = fromMicro(stock.onHandMicro - stock.reservedMicro);
  throw refuse('INSUFFICIENT_STOCK', `Only ${available} of ${sku} are available.`, { sku, available, quantity });
}

/** The caller did not hear the first answer, or goes on after a crash. */
async function renew({ sql }: Tx<CatalogTables>, { reservationId, lines, expiresAt }: Reserve): Promise<boolean> {
  const known = await sql.selectFrom('StockReservation').selectAll().where('id', '=', reservationId).executeTakeFirstOrThrow();
  if (!isSameQuestion(known.asked, lines)) throw refuse('IDEMPOTENCY_KEY_REUSED', 'This reservation was made for other lines.', { reservationId });
  if (known.state === 'RELEASED') throw refuse('INVALID_STATE', 'This reservation was given back.', { reservationId, status: known.state });
  await sql.updateTable('StockReservation').set({ expiresAt }).where('id', '=', reservationId).where('state', '=', 'HELD').where('expiresAt', '<', expiresAt).execute(); // a question that was long on its way shortens nothing
  return true;
}
