import { expect, test } from 'vitest';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { TimelineContext } from '../../../subgraphs/timeline/context.ts';
import { forgetOldDeals } from '../../../subgraphs/timeline/use-cases/forget-old-deals.ts';
import { startWorld, type World } from '../../support/world.ts';
import { fillCart } from '../orders/shopping.ts';
import { entriesOf, RECORDED, told } from './timeline.ts';

const DAY_MS = 86_400_000;
const contextOf = (world: World): TimelineContext => world.embedded.subgraphs.get('timeline')?.contextFor(SYSTEM) as TimelineContext;

/** A time at which deals that moved before now are older than is kept, and later ones are not. */
async function whenOld({ config, clock }: TimelineContext): Promise<TimelineContext['clock']> {
  const now = Date.now();
  while (Date.now() === now) await new Promise((resolve) => setImmediate(resolve));
  return { ...clock, now: () => new Date(now + 1 + config.keepDays * DAY_MS) };
}

test('a deal of which nothing was heard for as long as is kept is forgotten, and no other', async () => {
  await using world = await startWorld({ env: RECORDED });
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const old = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  await world.settle();
  const context = contextOf(world);
  const clock = await whenOld(context);
  const young = await fillCart(ben, [{ sku: 'MUG-RED', quantity: '1' }]);
  await world.settle();
  await forgetOldDeals({ ...context, clock });
  expect([await entriesOf(bea, { cartId: old.id }), told(await entriesOf(ben, { cartId: young.id }))]).toEqual([[], ['CART LINES_ADDED']]);
});

test('a deal that goes on at the moment it would be forgotten is kept whole', async () => {
  await using world = await startWorld({ env: RECORDED });
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  await world.settle();
  const context = contextOf(world);
  const clock = await whenOld(context);
  const transact: TimelineContext['db']['transact'] = async (work) => {
    await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-BLUE", quantity: 1 }]) { id } }');
    await world.settle();
    return context.db.transact(work);
  };
  await forgetOldDeals({ ...context, clock, db: { ...context.db, transact } });
  expect(told(await entriesOf(bea, { cartId: cart.id }))).toEqual(['CART LINES_ADDED', 'CART LINES_ADDED']);
});
