import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { PRICE_LOAD_LIFECYCLE, type PriceLoadCommand } from '../domain/price-load-lifecycle.ts';
import type { PriceListLoad } from '../entities/price-list-load.ts';
import type { CatalogTables } from '../entities/tables.ts';

export async function findPriceLoad({ sql }: Tx<CatalogTables>, loadId: string): Promise<PriceListLoad> {
  const load = await sql.selectFrom('PriceListLoad').selectAll().where('id', '=', loadId).executeTakeFirst();
  if (!load) throw refuse('NOT_FOUND', 'There is no such load of a price list.', { loadId });
  return load;
}

/** Moves a load by its lifecycle, and notes how many rows came in. @returns it as it is now, and whether this call moved it */
export async function movePriceLoad(tx: Tx<CatalogTables>, load: PriceListLoad, command: PriceLoadCommand, now: Date, rows = 0): Promise<PriceListLoad & { moved: boolean }> {
  const role = command === 'supersede' || command === 'remove' ? 'job' : 'seller';
  const { to } = judgeOrRefuse(PRICE_LOAD_LIFECYCLE, { status: load.state, command, roles: [role], facts: null }, { loadId: load.id });
  const moved = await tx.sql
    .updateTable('PriceListLoad')
    .set((eb) => ({ state: to, touchedAt: now, rows: eb('rows', '+', rows) }))
    .where('id', '=', load.id)
    .where('state', '=', load.state)
    .returningAll()
    .executeTakeFirst();
  if (!moved) throw refuse('CONFLICT', 'Somebody moved this load at the same time. Look, and try again.', { loadId: load.id });
  return { ...moved, moved: to !== load.state };
}
