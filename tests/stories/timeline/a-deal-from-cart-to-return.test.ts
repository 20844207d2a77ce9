import { afterAll, expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { answer, APPROVE, asked, idOf, LIMIT, settled } from '../approvals/approvals.ts';
import { ship } from '../fulfilment/fulfilment.ts';
import { fillCart, newKey, orderCart, PLACE } from '../orders/shopping.ts';
import { change, move } from '../quotes/negotiation.ts';
import { agreedReturn, takeIn } from '../returns/back-office.ts';
import { entriesOf, factIn, RECORDED, refusedTo, timelineOf, told } from './timeline.ts';

const world = await startWorld({ env: RECORDED });
afterAll(() => world[Symbol.asyncDispose]());
const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];

/** A cart becomes a quote, the quote an order, the order a parcel, an invoice and a return. */
async function wholeDeal() {
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  const { createQuote: quote } = await bea.ask('mutation ($cart: ID!) { createQuote(fromCartId: $cart) { id lines { id } } }', { cart: cart.id });
  await move(bea, 'request', quote.id);
  await move(sam, 'assign', quote.id);
  await change(sam, quote.id, [{ lineId: quote.lines[0].id, unitPrice: '5.00' }]);
  const offer = await move(sam, 'publish', quote.id);
  const { placeOrder: order } = await bea.ask(PLACE, { input: { quoteId: quote.id, priceHash: offer.priceHash, idempotencyKey: newKey() } });
  await ship(olga, [{ orderLineId: order.lines[0].id, quantity: '10' }]);
  const returnId = await agreedReturn(bea, olga, [{ orderLineId: order.lines[0].id, quantity: '2' }]);
  await world.settle();
  const { return: booked } = await olga.ask('query ($id: ID!) { return(id: $id) { lines { id } } }', { id: returnId });
  await takeIn(olga, returnId, [{ returnLineId: booked.lines[0].id, quantity: '2' }]);
  await world.settle();
  return { cartId: cart.id, quoteId: String(quote.id), orderId: String(order.id), returnId };
}
const deal = await wholeDeal();

test('the cart, the quote, the order, its parcel, invoice and return are one list, whichever of them is named', async () => {
  const entries = await entriesOf(bea, { orderId: deal.orderId });
  expect(told(entries)).toEqual(expect.arrayContaining(['CART LINES_ADDED', 'QUOTE CREATE_QUOTE', 'QUOTE REQUEST_QUOTE', 'QUOTE ASSIGN_QUOTE', 'QUOTE LINES_CHANGED', 'QUOTE PUBLISH_QUOTE', 'ORDER ORDER_PLACED', 'QUOTE SUBMIT_QUOTE', 'SHIPMENT LINES_SHIPPED', 'INVOICE ORDER_INVOICED', 'RETURN RETURN_SUBMITTED', 'RETURN RETURN_RECEIVED', 'ORDER RETURN_TAKEN_IN', 'RETURN RETURN_CLOSED']));
  expect(entries.map(({ position }) => position)).toEqual(entries.map((_entry, i) => i + 1));
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  for (const about of [{ cartId: deal.cartId }, { quoteId: deal.quoteId }, { returnId: deal.returnId }]) expect(await entriesOf(bea, about)).toEqual(entries);
});

test('each entry says who did it, and what was before and after', async () => {
  const entries = await entriesOf(bea, { quoteId: deal.quoteId });
  const actorOf = (cause: string): unknown => entries.find((entry) => entry.cause === cause)?.actor;
  expect(actorOf('LINES_ADDED')).toEqual({ kind: 'BUYER', name: 'Bea', user: { id: await idOf(bea) } });
  expect(actorOf('PUBLISH_QUOTE')).toMatchObject({ kind: 'REP', name: 'Sam' });
  expect(actorOf('INVOICE_PAID')).toEqual({ kind: 'JOB', name: null, user: null });
  expect(factIn(entries, 'LINES_ADDED', 'quantity')).toEqual([null, '10 EA']);
  expect(factIn(entries, 'PUBLISH_QUOTE', 'status')).toEqual(['ASSIGNED', 'PUBLISHED']);
  expect(factIn(entries, 'LINES_CHANGED', 'unitPrice')?.[1]).toBe('5.00');
  const total = entries.find(({ cause }) => cause === 'LINES_CHANGED')?.facts.find(({ field }: { field: string }) => field === 'total');
  expect(Number(total.afterAmount.amount)).toBeLessThan(Number(total.beforeAmount.amount));
  expect(total).toMatchObject({ before: total.beforeAmount.amount, beforeAmount: { currency: 'GBP' } });
  expect(factIn(entries, 'ORDER_PLACED', 'status')).toEqual([null, 'BOOKED']);
  expect(factIn(entries, 'ORDER_INVOICED', 'invoiceNumber')?.[1]).toMatch(/^I-/);
  expect(entries.find(({ cause }) => cause === 'ORDER_INVOICED')?.facts).toContainEqual(expect.objectContaining({ field: 'amount', afterAmount: { amount: expect.any(String), currency: 'GBP' } }));
});

test('it is read page by page, and by what it is about', async () => {
  const all = await entriesOf(bea, { orderId: deal.orderId });
  const paged: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const page = await timelineOf(bea, { orderId: deal.orderId }, { first: 7, after });
    paged.push(...page.nodes);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(paged).toEqual(all);
  const some = await entriesOf(bea, { orderId: deal.orderId }, { kinds: ['SHIPMENT', 'RETURN'] });
  expect(some).toEqual(all.filter(({ kind }) => kind === 'SHIPMENT' || kind === 'RETURN'));
  const other = await timelineOf(bea, { cartId: (await fillCart(bea, [{ sku: 'MUG-BLUE', quantity: '1' }])).id });
  expect(other.nodes.every(({ dealId }: { dealId: string }) => dealId !== all[0]?.dealId)).toBe(true);
  const { code } = await bea.refused('query ($about: TimelineAboutInput!, $after: String) { timeline(about: $about, after: $after) { nodes { id } } }', { about: { orderId: deal.orderId }, after: Buffer.from('["01900000-0000-7000-8000-000000000000","3"]').toString('base64url') });
  expect(code).toBe('BAD_CURSOR');
});

test('strangers and what is not there are told apart by nobody, and one thing is named', async () => {
  const [gus, nobody] = [await world.as('gus'), await world.as('nobody')];
  for (const about of [{ cartId: deal.cartId }, { quoteId: deal.quoteId }, { orderId: deal.orderId }, { returnId: deal.returnId }]) expect(await refusedTo(gus, about)).toBe('NOT_FOUND');
  expect(await refusedTo(bea, { orderId: '01900000-0000-7000-8000-00000000dead' })).toBe('NOT_FOUND');
  expect(await refusedTo(bea, { orderId: 'no id' })).toBe('NOT_FOUND');
  expect(await refusedTo(nobody, { orderId: deal.orderId })).toBe('UNAUTHENTICATED');
  expect(await refusedTo(bea, {})).toBe('BAD_USER_INPUT');
  expect(await refusedTo(bea, { cartId: deal.cartId, orderId: deal.orderId })).toBe('BAD_USER_INPUT');
});

test('an order that waited for approval has the request and the answer in its list', async () => {
  const ann = await world.as('ann');
  await ann.ask(LIMIT, { limit: { userId: await idOf(bea), currency: 'GBP', perOrder: '100.00' } });
  const { approvalId, cartId } = await asked(bea, 50);
  await ann.ask(APPROVE, await answer(ann, approvalId, 'Go on.'));
  const { order } = await settled(world, bea, approvalId);
  const entries = await entriesOf(bea, { approvalId });
  expect(told(entries)).toEqual(expect.arrayContaining(['APPROVAL APPROVAL_REQUESTED', 'APPROVAL APPROVAL_GRANTED', 'ORDER ORDER_PLACED']));
  expect(await entriesOf(bea, { orderId: order.id })).toEqual(entries);
  expect(await entriesOf(bea, { cartId })).toEqual(entries);
  const mine = await entriesOf(ann, { orderId: order.id });
  expect(new Set(mine.map(({ kind }) => kind)), 'who approves does not read the cart').toEqual(new Set(['APPROVAL', 'ORDER', 'PAYMENT'].filter((kind) => entries.some((entry) => entry.kind === kind))));
});

test('a return of two orders makes one deal of them', async () => {
  const orders = [];
  for (const sku of ['MUG-RED', 'MUG-BLUE']) orders.push(await orderCart(bea, await fillCart(bea, [{ sku, quantity: '2' }])));
  const [one, two] = orders;
  await world.settle();
  const before = await entriesOf(bea, { orderId: two?.id });
  expect((await entriesOf(bea, { orderId: one?.id }))[0]?.dealId).not.toBe(before[0]?.dealId);
  const cursor = (await timelineOf(bea, { orderId: two?.id }, { first: 2 })).pageInfo.endCursor;
  await ship(olga, orders.map(({ lines }) => ({ orderLineId: lines[0]?.id ?? '', quantity: '2' })));
  await agreedReturn(bea, olga, orders.map(({ lines }) => ({ orderLineId: lines[0]?.id, quantity: '1' })));
  await world.settle();
  const after = await entriesOf(bea, { orderId: two?.id });
  expect(after).toEqual(await entriesOf(bea, { orderId: one?.id }));
  expect(after.map(({ position }) => position)).toEqual(after.map((_entry, i) => i + 1));
  const ids = after.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
  expect(new Set(ids).size).toBe(ids.length);
  const next = (await timelineOf(bea, { orderId: two?.id }, { after: cursor })).nodes;
  expect(next[0].id, 'a page goes on where it stood').toBe(before[2]?.id);
});
