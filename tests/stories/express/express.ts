import type { FakeClock } from '#kernel/clock.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import { submitExpressOrders, type Submitted } from '../../../subgraphs/orders/use-cases/submit-express-orders.ts';
import type { Data, Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';

export const EXPRESS = { CARTWRIGHT_CARTS_EXPRESS_CHECKOUT: 'true' };
export const [LEEDS, GALWAY, OXFORD] = ['c1', 'c4', 'c3'].map((tail) => `01900000-0000-7000-8000-${tail.padStart(12, '0')}`) as [string, string, string];
export const TERMS = { enabled: true, shipToAddressId: LEEDS, billToAddressId: LEEDS, paymentKind: 'INVOICE' };

const PREFERENCES = 'version enabled shipToAddressId billToAddressId paymentKind paymentMethodId shippingMethod';
export const SET = `mutation ($input: ExpressPreferencesInput!) { setExpressPreferences(input: $input) { ${PREFERENCES} } }`;
export const GET = `{ expressPreferences { ${PREFERENCES} } }`;
const CART = 'id version status source name shipTo { id } shippingMethod total { amount currency } lines { quantity product { sku } }';
export const BUY_ITEMS = `mutation ($lines: [CartLineInput!]!, $key: String) { expressCheckoutItems(lines: $lines, idempotencyKey: $key) { ${CART} } }`;
export const BUY_LIST = `mutation ($listId: ID!, $lineIds: [ID!], $key: String) { expressCheckoutList(listId: $listId, lineIds: $lineIds, idempotencyKey: $key) { ${CART} } }`;
export const BUY_CART = `mutation ($cartId: ID!, $expectedVersion: Int, $key: String) { expressCheckoutCart(cartId: $cartId, expectedVersion: $expectedVersion, idempotencyKey: $key) { ${CART} } }`;
export const CANCEL = `mutation ($id: ID!) { cancelExpressOrder(id: $id) { ${CART} } }`;
export const PENDING = `{ pendingExpressOrders { nodes { id kind queuedAt touchedAt dueAt cart { ${CART} } } } }`;

export const setUp = async (person: Session, more: object = {}): Promise<Data> => (await person.ask(SET, { input: { ...TERMS, ...more } })).setExpressPreferences as Data;
export const buy = async (person: Session, sku: string, more: object = {}): Promise<Data> => (await person.ask(BUY_ITEMS, { lines: [{ sku, ...more }] })).expressCheckoutItems as Data;
export const pending = async (person: Session): Promise<Data[]> => (await person.ask(PENDING)).pendingExpressOrders.nodes as Data[];

/** The orders somebody sees, the first first, as what is in them. */
export async function ordered(person: Session): Promise<{ cartId: string; lines: string[]; total: string; order: Data }[]> {
  const { orders } = await person.ask('{ orders { nodes { number cart { id } shipToAddressId billToAddressId shippingMethod paymentKind total { amount } lines { quantity product { sku } } } } }');
  return (orders.nodes as Data[]).toReversed().map((order) => ({ order, cartId: order.cart.id, total: order.total.amount, lines: order.lines.map((line: Data) => `${line.quantity} ${line.product.sku}`) }));
}

const contextOf = ({ embedded }: World): OrdersContext => embedded.subgraphs.get('orders')?.contextFor(SYSTEM) as OrdersContext;

/** What happens on the batch's schedule, now. */
export const runBatch = (world: World): Promise<Submitted> => submitExpressOrders(contextOf(world));

export const minutes = (clock: FakeClock, count: number): void => clock.advance(count * 60_000);
