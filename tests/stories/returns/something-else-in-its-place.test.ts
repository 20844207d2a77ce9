import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { ship } from '../fulfilment/fulfilment.ts';
import { fillCart, newKey, PLACE, type PlacedOrder } from '../orders/shopping.ts';
import { agreedReturn, readReturn, takeIn } from './back-office.ts';

let world: World;
let [bea, gus, sam, olga] = [] as unknown as [Session, Session, Session, Session];

beforeAll(async () => {
  world = await startWorld();
  [bea, gus, sam, olga] = [await world.as('bea'), await world.as('gus'), await world.as('sam'), await world.as('olga')];
});
afterAll(() => world[Symbol.asyncDispose]());

const input = (cart: { id: string; priceHash: string }, more: object = {}) => ({ input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey(), payment: { kind: 'INVOICE' }, ...more } });
const buy = async (person: Session, sku: string, quantity: string, more: object = {}): Promise<PlacedOrder> => (await person.ask(PLACE, input(await fillCart(person, [{ sku, quantity }]), more))).placeOrder as PlacedOrder;
const paid = async (order: PlacedOrder, amount: string): Promise<void> => {
  const { order: shown } = await olga.ask('query ($id: ID!) { order(id: $id) { invoices { number } } }', { id: order.id });
  await olga.ask('mutation ($input: ReceiptInput!) { recordReceipt(input: $input) { number } }', { input: { kind: 'CHECK', applications: [{ invoiceNumber: shown.invoices[0].number, amount }] } });
};
const LINKS = 'query ($id: ID!) { order(id: $id) { replaces { id status } invoices { due { amount } payments { kind amount { amount } } } } }';
const BACK = 'query ($id: ID!) { return(id: $id) { status replacements { number } creditMemos { status amount { amount } exchanged { amount } byHand { amount } } } }';

/** Two mugs that were shipped and paid for, and one of them agreed to come back. */
async function mugToExchange(): Promise<{ returnId: string; returnLineId: string | undefined }> {
  const order = await buy(bea, 'MUG-RED', '2');
  await ship(olga, [{ orderLineId: order.lines[0]?.id ?? '', quantity: '2' }]);
  await paid(order, order.total.amount);
  const returnId = await agreedReturn(bea, sam, [{ orderLineId: order.lines[0]?.id, quantity: '1' }]);
  await world.settle();
  return { returnId, returnLineId: (await readReturn(bea, returnId)).lines[0]?.id };
}

test('a mug is exchanged for one of another colour: the order in its place costs nothing more, and each names the other [RET-39]', async () => {
  const { returnId, returnLineId } = await mugToExchange();
  const blue = await buy(bea, 'MUG-BLUE', '1', { replacesReturnId: returnId });
  await ship(olga, [{ orderLineId: blue.lines[0]?.id ?? '', quantity: '1' }]); // in advance
  await takeIn(olga, returnId, [{ returnLineId, quantity: '1' }]);
  await world.settle();
  expect(await bea.ask(LINKS, { id: blue.id })).toEqual({ order: { replaces: { id: returnId, status: 'CLOSED' }, invoices: [{ due: { amount: '0.00' }, payments: [{ kind: 'CREDIT_MEMO', amount: { amount: '6.95' } }] }] } });
  expect(await bea.ask(BACK, { id: returnId })).toEqual({ return: { status: 'CLOSED', replacements: [{ number: blue.number }], creditMemos: [{ status: 'REFUNDED', amount: { amount: '6.95' }, exchanged: { amount: '6.95' }, byHand: { amount: '0.00' } }] } });
});

test('something dearer in its place costs the difference, something cheaper leaves the rest to be given back [RET-39]', async () => {
  const dearer = await mugToExchange();
  await takeIn(olga, dearer.returnId, [{ returnLineId: dearer.returnLineId, quantity: '1' }]); // before anything is ordered instead
  await world.settle();
  const teapot = await buy(bea, 'TEAPOT-1L', '1', { replacesReturnId: dearer.returnId });
  await ship(olga, [{ orderLineId: teapot.lines[0]?.id ?? '', quantity: '1' }]);
  await world.settle();
  expect((await bea.ask(LINKS, { id: teapot.id })).order.invoices).toEqual([{ due: { amount: '17.55' }, payments: [{ kind: 'CREDIT_MEMO', amount: { amount: '6.95' } }] }]);
  expect(await bea.ask(BACK, { id: dearer.returnId })).toMatchObject({ return: { status: 'CLOSED', creditMemos: [{ status: 'REFUNDED', exchanged: { amount: '6.95' } }] } });

  const cheaper = await mugToExchange();
  const bag = await buy(bea, 'BAG-JUTE', '1', { replacesReturnId: cheaper.returnId });
  await ship(olga, [{ orderLineId: bag.lines[0]?.id ?? '', quantity: '1' }]);
  await takeIn(olga, cheaper.returnId, [{ returnLineId: cheaper.returnLineId, quantity: '1' }]);
  await world.settle();
  expect(await bea.ask(BACK, { id: cheaper.returnId })).toMatchObject({ return: { status: 'RECEIVED', creditMemos: [{ status: 'BY_HAND', exchanged: { amount: '4.20' }, byHand: { amount: '2.75' } }] } });
});

const SERVICE = `mutation {
  upsertProducts(products: [{ sku: "ENGRAVING", name: "Engraving", primaryUom: "EACH", itemType: SERVICE, shippable: false }]) { sku }
  upsertPrices(priceList: "default", prices: [{ sku: "ENGRAVING", unitPrice: "5.00" }]) { version }
}`;
const CANCEL = 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Ordered twice") { status } }';

/** A mug and its engraving, the second of which is billed already. */
async function engravedInstead(returnId: string): Promise<string> {
  await olga.ask(SERVICE);
  const cart = await fillCart(bea, [{ sku: 'ENGRAVING', quantity: '1' }, { sku: 'MUG-BLUE', quantity: '1' }]);
  const { id } = (await bea.ask(PLACE, input(cart, { replacesReturnId: returnId }))).placeOrder as PlacedOrder;
  await olga.ask('mutation ($id: ID!) { invoiceOrder(orderId: $id) { number } }', { id });
  return id;
}

test('an order in place of a return is canceled: what the return paid for it is the buyer’s again, less what was given back before [RET-39, CAN-05]', async () => {
  const RECORD = 'mutation ($id: ID!, $by: String!) { recordRefund(creditMemoId: $id, reference: $by) { status reference } }';
  const { returnId, returnLineId } = await mugToExchange();
  const id = await engravedInstead(returnId);
  await takeIn(olga, returnId, [{ returnLineId, quantity: '1' }]);
  await world.settle();
  const memo = async () => (await bea.ask(BACK, { id: returnId })).return.creditMemos[0] as object;
  expect(await memo()).toMatchObject({ status: 'BY_HAND', exchanged: { amount: '5.00' }, byHand: { amount: '1.95' } });
  const creditMemoId = (await readReturn(bea, returnId)).creditMemos[0]?.id;
  await olga.ask(RECORD, { id: creditMemoId, by: 'T-1' });
  await world.settle();
  expect((await bea.ask(BACK, { id: returnId })).return.status).toBe('CLOSED');
  await olga.ask(CANCEL, { id });
  await world.settle();
  expect((await bea.ask(BACK, { id: returnId })).return.status, 'it is open again').toBe('RECEIVED');
  expect(await memo()).toMatchObject({ status: 'BY_HAND', amount: { amount: '6.95' }, exchanged: { amount: '0.00' }, byHand: { amount: '5.00' } });
  expect((await olga.ask(RECORD, { id: creditMemoId, by: 'T-2' })).recordRefund).toEqual({ status: 'REFUNDED', reference: 'T-1, T-2' });
  await world.settle();
  expect((await bea.ask(BACK, { id: returnId })).return.status).toBe('CLOSED');
});

test('what is canceled before the goods are back is not paid with them [RET-39]', async () => {
  const { returnId, returnLineId } = await mugToExchange();
  await olga.ask(CANCEL, { id: await engravedInstead(returnId) });
  await takeIn(olga, returnId, [{ returnLineId, quantity: '1' }]);
  await world.settle();
  expect(await bea.ask(BACK, { id: returnId })).toMatchObject({ return: { creditMemos: [{ status: 'BY_HAND', exchanged: { amount: '0.00' }, byHand: { amount: '6.95' } }] } });
});

test('nothing is ordered in place of a return of others, or of one the seller has not agreed to [RET-13]', async () => {
  const order = await buy(bea, 'MUG-RED', '1');
  const { addReturnLines } = await bea.ask('mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id } }', { lines: [{ orderLineId: order.lines[0]?.id, quantity: '1', reason: 'DAMAGED' }] });
  const replacesReturnId = addReturnLines.id;
  expect((await bea.refused(PLACE, input(await fillCart(bea, [{ sku: 'MUG-BLUE', quantity: '1' }]), { replacesReturnId }))).code).toBe('INVALID_STATE');
  expect((await gus.refused(PLACE, input(await fillCart(gus, [{ sku: 'MUG-BLUE', quantity: '1' }]), { replacesReturnId }))).code).toBe('NOT_FOUND');
});
