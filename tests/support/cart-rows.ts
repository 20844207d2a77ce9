import type { RunningSubgraph } from '#kernel/subgraph.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { CartsContext } from '../../subgraphs/carts/context.ts';
import { keepHouse } from '../../subgraphs/carts/keep-house.ts';
import type { World } from './world.ts';

const carts = ({ embedded }: World): RunningSubgraph => {
  const running = embedded.subgraphs.get('carts');
  if (!running) throw new Error('There are no carts.');
  return running;
};

/** Puts rows of carts in a state that no page leads to (yet). */
export async function alterCarts(world: World, sql: string, values: readonly unknown[] = []): Promise<void> {
  await carts(world).db.orm.em.getConnection().execute(sql, [...values]);
}

/** What happens every minute, now. */
export const keepCartsHouse = (world: World): Promise<void> => keepHouse(carts(world).contextFor(SYSTEM) as CartsContext);
