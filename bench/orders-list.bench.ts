import type { Kysely } from '@mikro-orm/sqlite';
import { newId } from '#kernel/ids.ts';
import { encodeCursor } from '#kernel/paging.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { keysOf, SORTED_BY } from '../subgraphs/orders/domain/order-sorts.ts';
import type { Order } from '../subgraphs/orders/entities/order.ts';
import type { OrdersTables } from '../subgraphs/orders/entities/tables.ts';
import type { Arm, Claim } from './support/claim.ts';
import { startProduct, type Product } from './support/product.ts';
import { alternate } from './support/rounds.ts';
import { askSubgraph } from './support/subgraph.ts';

const FEW = 1_000;
const MANY = 100_000;
const CALLS = 40;
const LIST = 'query ($search: OrderSearch, $after: String) { orders(search: $search, after: $after) { nodes { id number status placedAt } pageInfo { endCursor } } }';
const DAY = 86_400_000;

const buyerOf = (accountId: string): Viewer => ({ id: 'buyer-0', kind: 'BUYER', accountId, permissions: ['VIEW_ORDER', 'VIEW_NET_PRICE'] });
const alone = (accountId: string): Viewer => ({ ...buyerOf(accountId), permissions: ['VIEW_NET_PRICE'] });

export const ordersList: Claim = {
  name: 'orders-list',
  about: `a page of twenty orders of an account that has ${MANY.toLocaleString('en')} beside one that has ${FEW.toLocaleString('en')}`,
  async run() {
    await using product = await startProduct();
    const sql = ordersOf(product);
    for (const [accountId, count] of [['few', FEW], ['many', MANY]] as const) await fill(sql, accountId, count);
    const searches: { readonly [name: string]: { who: (accountId: string) => Viewer; search?: object; last?: true } } = {
      'first page': { who: buyerOf },
      'last page': { who: buyerOf, last: true },
      'own orders alone': { who: alone },
      'canceled': { who: buyerOf, search: { status: ['CANCELED'] } },
      'of the last 30 days': { who: buyerOf, search: { days: 30 } },
      'by purchase order': { who: buyerOf, search: { purchaseOrderNumber: 'PO-77' } },
    };
    const arms: Arm[] = [];
    for (const [name, { who, search, last }] of Object.entries(searches)) {
      for (const accountId of ['few', 'many']) arms.push(timed(`${name}, ${accountId}`, product, who(accountId), { search, after: last && (await lastCursor(sql, accountId)) }));
    }
    const measured = await alternate(arms);
    return arms.filter((_arm, i) => i % 2 === 1).map((arm, i) => measured.compare(arm.name, arms[i * 2]?.name ?? '', 'time', 'ms', { ratioAtMost: 1.5 }));
  },
};

function timed(name: string, product: Product, viewer: Viewer, variables: Record<string, unknown>): Arm {
  const ask = askSubgraph(product, 'orders', LIST, variables);
  return {
    name,
    async measure() {
      const began = performance.now();
      for (let call = 0; call < CALLS; call++) await ask(viewer);
      return { time: (performance.now() - began) / CALLS };
    },
  };
}

function ordersOf(product: Product): Kysely<OrdersTables> {
  const orders = product.embedded.subgraphs.get('orders');
  if (!orders) throw new Error('There is no orders subgraph.');
  return orders.db.kernel as unknown as Kysely<OrdersTables>;
}

/** The cursor before the last page: of the 21st order from the end. */
async function lastCursor(sql: Kysely<OrdersTables>, accountId: string): Promise<string> {
  const row = await sql.selectFrom('Order').selectAll().where('accountId', '=', accountId).orderBy('placedAt').orderBy('id').offset(20).limit(1).executeTakeFirstOrThrow();
  return encodeCursor(keysOf(SORTED_BY.NEWEST, row));
}

async function fill(sql: Kysely<OrdersTables>, accountId: string, count: number): Promise<void> {
  const now = Date.now();
  for (let from = 0; from < count; from += 200) await sql.insertInto('Order').values(Array.from({ length: 200 }, (_each, i) => order(accountId, from + i, count, now))).execute();
}

/** Spread over a year; one in twenty is canceled, and one in fifty is the buyer's own: a full page of each is in the short list too. */
function order(accountId: string, i: number, count: number, now: number): Order {
  const totalMinor = BigInt(1_000 + ((i * 7_919) % 1_000_003));
  const placedAt = new Date(now - Math.floor(((count - i) * 365 * DAY) / count));
  return {
    id: newId(),
    accountId,
    ownerId: `buyer-${i % 50}`,
    placedById: `buyer-${i % 50}`,
    number: `O-${accountId}-${i}`,
    storeNumber: `O-${accountId}-${i}`,
    outsideKey: null,
    handOver: null,
    status: i % 20 === 0 ? 'CANCELED' : 'BOOKED',
    orderType: 'STANDARD',
    operatingUnit: 'default',
    billToAccountId: accountId,
    version: 1,
    cartId: newId(),
    quoteId: null,
    checkoutId: newId(),
    currency: 'GBP',
    subtotalMinor: totalMinor,
    discountTotalMinor: 0n,
    taxTotalMinor: 0n,
    shippingTotalMinor: 0n,
    totalMinor,
    pricesIncludeTax: false,
    taxes: [],
    adjustments: [],
    promotionIds: [],
    paymentTerm: null,
    shipToAddressId: null,
    billToAddressId: null,
    shipTo: null,
    billTo: null,
    parties: null,
    shippingMethod: null,
    shippingInstructions: null,
    requestedOn: null,
    note: null,
    payment: null,
    purchaseOrderNumber: `PO-${i}`,
    fields: [],
    termsAccepted: false,
    terms: null,
    cancelReason: null,
    openHolds: 0,
    bookingProblem: null,
    approvalId: null,
    costCentreId: null, replacesReturnId: null,
    placedAt,
    updatedAt: placedAt,
  };
}
