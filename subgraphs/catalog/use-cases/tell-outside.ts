import type { CatalogContext } from '../context.ts';
import { DONE_AFTER, waitToTell, type OutsideTold } from '../domain/outside-hold.ts';

const BATCH = 50;
const TOLD: readonly OutsideTold[] = ['TO_COMMIT', 'TO_RELEASE'];

/**
 * Tells the outside inventory system what became of reservations, until it has heard: it may be down for an hour, or we
 * killed in between. Two processes may both tell; it hears the same twice.
 * @param only of this reservation; of all that are due when left out
 * @returns how many were told
 */
export async function tellOutside({ db, outside, clock, log }: CatalogContext, only?: string): Promise<number> {
  if (!outside.inventory) return 0;
  const now = clock.now();
  const due = await db.sql
    .selectFrom('StockReservation')
    .select(['id', 'outside', 'outsideTries'])
    .where('outside', 'in', TOLD)
    .where((eb) => eb.or([eb('outsideAt', 'is', null), eb('outsideAt', '<=', now)]))
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .orderBy('outsideAt')
    .limit(BATCH)
    .execute();
  for (const { id, outside: told, outsideTries } of due) {
    const seen = told as OutsideTold;
    const answer = await outside.inventory.tell(id, seen);
    const change = answer === 'UNHEARD' ? { outsideTries: outsideTries + 1, outsideAt: new Date(now.getTime() + waitToTell(outsideTries + 1)) } : { outside: answer === 'LOST' ? ('LOST' as const) : DONE_AFTER[seen] };
    await db.sql.updateTable('StockReservation').set(change).where('id', '=', id).where('outside', '=', seen).execute(); // it may have moved on meanwhile, and is told that next
    if (answer === 'LOST') log('an order was placed whose stock the outside system no longer holds', { subgraph: 'catalog', reservation: id });
  }
  return due.length;
}
