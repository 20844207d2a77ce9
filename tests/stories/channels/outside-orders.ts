import { fakeClock, type FakeClock } from '#kernel/clock.ts';
import { startOrderSystem, type OrderSystem } from '../../support/order-system.ts';
import type { Data, Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { fillCart, orderCart, type PlacedOrder } from '../orders/shopping.ts';

/** The product with an order and a quote system outside. */
export interface ChannelsWorld extends AsyncDisposable {
  readonly world: World;
  readonly system: OrderSystem;
  readonly clock: FakeClock;
}

export async function startChannels(settings: Record<string, string> = {}): Promise<ChannelsWorld> {
  const clock = fakeClock(new Date());
  const system = await startOrderSystem({ now: () => clock.now() });
  const world = await startWorld({ clock, env: { ...system.settings, ...settings } });
  return {
    world,
    system,
    clock,
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      await system[Symbol.asyncDispose]();
    },
  };
}

/** However busy the machine is. */
export const SOON = { timeout: 20_000 };

export const ORDER = 'query ($id: ID!) { order(id: $id) { id number storeNumber handOver status version availableActions { name allowed reason } outsideDetails { document { number status channel total { amount currency } lines { sku quantity total { amount } } } state { asOf isStale problem } } } }';
export const ALL_ORDERS = 'query ($accountId: ID, $first: Int, $after: String) { allOrders(accountId: $accountId, first: $first, after: $after) { nodes { number status placedAt total { amount } order { id number } outside { number channel status total { amount } } } pageInfo { hasNextPage endCursor } outside { asOf isStale problem leftOut } } }';
export const HAND_OVERS = 'query ($status: HandOverStatus) { handOvers(status: $status) { nodes { id kind status storeNumber number attempts problem differingTotal { amount } order { id } availableActions { name allowed } } } }';

export const placeOne = async (buyer: Session, sku = 'MUG-RED'): Promise<PlacedOrder> => orderCart(buyer, await fillCart(buyer, [{ sku, quantity: '1' }]));

export const readOrder = async (who: Session, id: string): Promise<Data> => (await who.ask(ORDER, { id })).order;

export async function accountOf(who: Session): Promise<{ account: string; user: string }> {
  const { viewer } = await who.ask('{ viewer { id account { id } } }');
  return { account: viewer.account.id, user: viewer.id };
}

/** Every page of the list of all channels. */
export async function everyPage(who: Session, first: number, variables: object = {}, between: () => Promise<void> | void = () => undefined): Promise<Data[]> {
  const pages: Data[] = [];
  let after: string | null = null;
  do {
    const { allOrders } = await who.ask(ALL_ORDERS, { first, after, ...variables });
    pages.push(allOrders);
    after = allOrders.pageInfo.hasNextPage ? allOrders.pageInfo.endCursor : null;
    await between();
  } while (after !== null);
  return pages;
}
