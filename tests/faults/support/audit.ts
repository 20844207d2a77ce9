import type { Ledger } from './ledger.ts';
import type { Records, SubgraphName } from './records.ts';

/** What was acknowledged and is not there. */
export function lostOf(ledger: Ledger, records: Records): string[] {
  const versions = new Set(records.rows<{ key: string }>('carts', "select aggregate_id || ':' || aggregate_version as key from outbox_message").map(({ key }) => key));
  const orders = new Set(records.rows<{ id: string }>('orders', 'select id from sales_order').map(({ id }) => id));
  const quotes = new Set(records.rows<{ id: string }>('quotes', 'select id from quote').map(({ id }) => id));
  return [
    ...ledger.versions.filter(({ cartId, version }) => !versions.has(`${cartId}:${version}`)).map(({ cartId, version }) => `version ${version} of cart ${cartId}`),
    ...ledger.orders.filter(({ orderId }) => !orders.has(orderId)).map(({ orderId }) => `order ${orderId}`),
    ...[...ledger.quotes].filter((id) => !quotes.has(id)).map((id) => `quote ${id}`),
  ];
}

/** Aggregates whose events are not 1, 2, 3 … up to the version their own row has. */
export function gapsOf(records: Records): string[] {
  const last = new Map<string, number>();
  const gaps: string[] = [];
  for (const { aggregateType, aggregateId, version } of records.outbox()) {
    const key = `${aggregateType} ${aggregateId}`;
    if (version !== (last.get(key) ?? 0) + 1) gaps.push(`${key}: ${version} after ${last.get(key) ?? 0}`);
    last.set(key, version);
  }
  const roots: [SubgraphName, string, string][] = [['carts', 'cart', 'cart'], ['orders', 'order', 'sales_order'], ['quotes', 'quote', 'quote'], ['returns', 'return', 'sales_return']];
  for (const [subgraph, type, table] of roots) {
    for (const { id, version } of records.rows<{ id: string; version: number }>(subgraph, `select id, version from ${table}`)) {
      if (last.get(`${type} ${id}`) !== version) gaps.push(`${type} ${id} is at ${version}, its events at ${last.get(`${type} ${id}`)}`);
    }
  }
  return gaps;
}

/** Carts whose lines are not the fold of what was acknowledged. */
export function wrongContentsOf(ledger: Ledger, records: Records): string[] {
  return [...ledger.contents].flatMap(([cartId, expected]) => {
    const lines = records.rows<{ quantity: number }>('carts', 'select quantity_micro / 1000000 as quantity from cart_line where cart_id = ?', cartId).map(({ quantity }) => quantity);
    const wrong = lines.length !== expected.size || lines.some((quantity) => !expected.has(quantity));
    return wrong ? [`cart ${cartId} has ${lines.sort().join()} and should have ${[...expected].sort().join()}`] : [];
  });
}

const CONSUMERS: readonly { readonly by: SubgraphName; readonly consumer: string; readonly of: string }[] = [
  { by: 'carts', consumer: 'carts.orderPlaced', of: 'order' },
  { by: 'carts', consumer: 'carts.quoteCreated', of: 'quote' },
  { by: 'carts', consumer: 'carts.pricesChanged', of: 'priceList' },
  { by: 'quotes', consumer: 'quotes.orderPlaced', of: 'order' },
  { by: 'quotes', consumer: 'quotes.priceListMoved', of: 'priceList' },
  { by: 'catalog', consumer: 'catalog.orderPlaced', of: 'order' },
  { by: 'orders', consumer: 'orders.paymentFollows', of: 'order' },
  { by: 'orders', consumer: 'orders.returnEnded', of: 'return' },
  { by: 'returns', consumer: 'returns.approvedReturn', of: 'return' },
  { by: 'returns', consumer: 'returns.creditedReturn', of: 'order' },
];

/** Events a consumer has not noted, noted twice, or that were never published. */
export function undeliveredOf(records: Records): string[] {
  const outbox = records.outbox();
  const unpublished = outbox.filter(({ published, parked }) => !published || parked).map(({ id, type }) => `${type} ${id} was not published`);
  const unnoted = CONSUMERS.flatMap(({ by, consumer, of }) => {
    const noted = new Set(records.rows<{ id: string }>(by, 'select event_id as id from inbox_message where consumer = ?', consumer).map(({ id }) => id));
    const due = outbox.filter(({ aggregateType }) => aggregateType === of);
    return due.filter(({ id }) => !noted.has(id)).map(({ id, type }) => `${consumer} has not noted ${type} ${id}`);
  });
  return [...unpublished, ...unnoted];
}

/** Effects of an order elsewhere that did not happen exactly once. */
export function wrongEffectsOf(ledger: Ledger, records: Records, boltsAtFirst: number): string[] {
  const wrong: string[] = [];
  const count = (subgraph: SubgraphName, sql: string, ...values: string[]): number => Number(records.rows<{ n: number }>(subgraph, `select count(*) as n ${sql}`, ...values)[0]?.n);
  const exactly = (expected: number, found: number, what: string): void => void (found === expected || wrong.push(`${what}: ${found} instead of ${expected}`));
  for (const { orderId, cartId, quoteId, total } of ledger.orders) {
    if (cartId) {
      exactly(1, count('carts', "from outbox_message where aggregate_id = ? and type = 'ORDERED'", cartId), `ORDERED of cart ${cartId}`);
      exactly(1, count('carts', "from cart where id = ? and status = 'ORDERED'", cartId), `cart ${cartId} ordered`);
      exactly(1, count('orders', 'from sales_order where cart_id = ?', cartId), `orders of cart ${cartId}`);
    }
    if (quoteId) {
      exactly(1, count('quotes', "from quote_audit where quote_id = ? and to_status = 'SUBMITTED'", quoteId), `submits of quote ${quoteId}`);
      exactly(1, count('quotes', "from quote where id = ? and status = 'SUBMITTED'", quoteId), `quote ${quoteId} submitted`);
      exactly(1, count('orders', 'from sales_order where quote_id = ?', quoteId), `orders of quote ${quoteId}`);
    }
    exactly(Math.round(Number(total) * 100), Number(records.rows<{ n: number }>('orders', 'select total_minor as n from sales_order where id = ?', orderId)[0]?.n), `total of order ${orderId}`);
  }
  exactly(ledger.orders.length, count('orders', 'from sales_order'), 'orders');
  exactly(ledger.quotes.size, count('quotes', 'from quote'), 'quotes');
  const [stock] = records.rows<{ onHand: number; reserved: number }>('catalog', "select on_hand_micro as onHand, reserved_micro as reserved from stock where sku = 'BOLT-M8'");
  const sold = ledger.orders.reduce((sum, { bolts }) => sum + bolts, 0);
  exactly(boltsAtFirst - sold, Number(stock?.onHand) / 1_000_000, 'bolts on hand');
  exactly(0, Number(stock?.reserved), 'bolts still reserved');
  return wrong;
}
