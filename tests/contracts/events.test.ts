import { expect, test } from 'vitest';
import { takeIn } from '../stories/returns/back-office.ts';
import { startWorld } from '../support/world.ts';

/** Who must hear of what, written down apart from the code: a consumer that listens to a name nobody uses hears nothing. */
const HEARS = [
  { consumer: 'accounts.orderPlaced', aggregateType: 'order', type: 'ORDER_PLACED' },
  { consumer: 'carts.orderPlaced', aggregateType: 'order', type: 'ORDER_PLACED' },
  { consumer: 'carts.quoteCreated', aggregateType: 'quote', type: 'CREATE_QUOTE' },
  { consumer: 'carts.taxTableChanged', aggregateType: 'taxTable', type: 'TAX_RATES_CHANGED' },
  { consumer: 'quotes.taxTableMoved', aggregateType: 'taxTable', type: 'TAX_RATES_CHANGED' },
  { consumer: 'carts.pricesChanged', aggregateType: 'priceList', type: 'PRICES_CHANGED' },
  { consumer: 'catalog.orderPlaced', aggregateType: 'order', type: 'ORDER_PLACED' },
  { consumer: 'quotes.priceListMoved', aggregateType: 'priceList', type: 'PRICES_CHANGED' },
  { consumer: 'quotes.orderPlaced', aggregateType: 'order', type: 'ORDER_PLACED' },
  { consumer: 'quotes.orderWantsAssistance', aggregateType: 'order', type: 'ORDER_PLACED' },
  { consumer: 'orders.paymentFollows', aggregateType: 'order', type: 'ORDER_PLACED' },
  { consumer: 'orders.canceledOrderBudgets', aggregateType: 'order', type: 'ORDER_CANCELED' },
  { consumer: 'orders.returnEnded', aggregateType: 'return', type: 'RETURN_REJECTED' },
  { consumer: 'orders.returnEnded', aggregateType: 'return', type: 'RETURN_DISPOSED' },
  { consumer: 'returns.approvedReturn', aggregateType: 'return', type: 'RETURN_APPROVED' },
  { consumer: 'returns.creditedReturn', aggregateType: 'order', type: 'RETURN_TAKEN_IN' },
  { consumer: 'catalog.orderPlaced', aggregateType: 'order', type: 'RETURN_TAKEN_IN' },
] as const;

test('every event is delivered, in order, once to each subgraph that must hear of it', async () => {
  await using world = await startWorld();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];

  const { addCartLines: quoted } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 20 }]) { id } }');
  const { createQuote: quote } = await bea.ask('mutation ($cart: ID!) { createQuote(fromCartId: $cart) { id } }', { cart: quoted.id });
  await bea.ask('mutation ($quote: ID!) { requestQuote(quoteId: $quote) { id } }', { quote: quote.id });
  await sam.ask('mutation ($quote: ID!) { assignQuote(quoteId: $quote) { id } }', { quote: quote.id });
  const { publishQuote: offer } = await sam.ask('mutation ($quote: ID!) { publishQuote(quoteId: $quote) { priceHash } }', { quote: quote.id });
  const place = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id lines { id } } } }';
  const { placeOrder: accepted } = await bea.ask(place, { input: { quoteId: quote.id, priceHash: offer.priceHash, idempotencyKey: 'quote' } });
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "6.00" }]) { version } }');
  const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id priceHash } }');
  const { placeOrder: order } = await bea.ask(place, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: 'cart' } });
  let approved = '';
  for (const decide of ['rejectReturn(returnId: $id, reason: "worn")', 'approveReturn(returnId: $id)']) {
    const { addReturnLines: back } = await bea.ask('mutation ($line: ID!) { addReturnLines(lines: [{ orderLineId: $line, quantity: 1, reason: "DAMAGED" }]) { id } }', { line: order.lines[0].id });
    await bea.ask('mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { id } }', { id: back.id, key: back.id });
    await olga.ask(`mutation ($id: ID!) { ${decide} { id } }`, { id: back.id });
    await world.settle();
    approved = back.id;
  }
  const { return: booked } = await olga.ask('query ($id: ID!) { return(id: $id) { lines { id } } }', { id: approved });
  await takeIn(olga, approved, [{ returnLineId: booked.lines[0].id, quantity: '1' }]);
  await olga.ask('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "no") { id } }', { id: accepted.id });
  await world.settle();

  const databases = [...world.embedded.subgraphs.values()].map(({ db }) => db.kernel);
  const events = (await Promise.all(databases.map((db) => db.selectFrom('OutboxMessage').selectAll().execute()))).flat();
  const heard = (await Promise.all(databases.map((db) => db.selectFrom('InboxMessage').selectAll().execute()))).flat();
  expect(events.filter((event) => event.publishedAt === null)).toEqual([]);

  for (const { consumer, aggregateType, type } of HEARS) {
    const due = events.filter((event) => event.aggregateType === aggregateType).map(({ id }) => id);
    expect(events.some((event) => event.aggregateType === aggregateType && event.type === type), `${type} of ${aggregateType} is announced`).toBe(true);
    expect(heard.filter((note) => note.consumer === consumer).map(({ eventId }) => eventId).toSorted(), consumer).toEqual(due.toSorted());
  }
  expect(new Set(heard.map(({ consumer }) => consumer))).toEqual(new Set(HEARS.map(({ consumer }) => consumer)));
});
