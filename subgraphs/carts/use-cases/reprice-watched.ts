import { setTimeout as sleep } from 'node:timers/promises';
import type { CartsContext } from '../context.ts';
import { repriceCart } from './reprice-cart.ts';

/** For so long at a time, then as long a rest: repricing takes half of the process at most, and buyers have the other half. */
const SLICE_MS = 50;

/** Stale carts that somebody watches, one after the other in the order of their ids; the others wait for their next touch. */
export async function repriceWatched(context: CartsContext): Promise<void> {
  const stale = await context.db.sql.selectFrom('Cart').select('id').where('stale', '=', true).where('status', 'in', ['ACTIVE', 'SAVED']).orderBy('id').execute();
  let began = performance.now();
  for (const { id } of stale) {
    if (!context.watched.has(id)) continue;
    await repriceCart(context, id);
    if (performance.now() - began < SLICE_MS) continue;
    await sleep(SLICE_MS);
    began = performance.now();
  }
}
