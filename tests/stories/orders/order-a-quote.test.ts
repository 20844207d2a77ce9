import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import type { Session } from '../../support/session.ts';
import { change, move } from '../quotes/negotiation.ts';
import { CANCELLATION, newKey, PLACE } from './shopping.ts';

const OFFER = 'query ($id: ID!) { quote(id: $id) { status priceHash total { amount currency } } }';

/** Bea asks for a quote and sam answers with a price of his own. */
async function publishedQuote(bea: Session, sam: Session): Promise<string> {
  const { createQuote } = await bea.ask('mutation { createQuote(lines: [{ sku: "TEAPOT-1L", quantity: "10" }]) { id } }');
  const id = createQuote.id as string;
  await bea.ask('mutation ($id: ID!) { requestQuote(quoteId: $id) { status } }', { id });
  const { assignQuote } = await sam.ask('mutation ($id: ID!) { assignQuote(quoteId: $id) { lines { id } } }', { id });
  await sam.ask('mutation ($id: ID!, $line: ID!) { updateQuoteLines(quoteId: $id, lines: [{ lineId: $line, unitPrice: "19.99" }]) { version } }', { id, line: assignQuote.lines[0].id });
  await sam.ask('mutation ($id: ID!) { publishQuote(quoteId: $id) { status } }', { id });
  return id;
}

test('a published quote becomes an order at the negotiated price, and is submitted', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const id = await publishedQuote(bea, sam);
  const { quote } = await bea.ask(OFFER, { id });
  expect(quote.status).toBe('PUBLISHED');
  const input = { quoteId: id, priceHash: quote.priceHash, idempotencyKey: newKey(), purchaseOrderNumber: 'PO-1', termsAccepted: true };
  const { placeOrder } = await bea.ask(PLACE, { input });
  expect(placeOrder).toMatchObject({ status: 'BOOKED', total: quote.total, lines: [{ quantity: '10', description: 'Stoneware teapot, 1 litre', unitPrice: { amount: '19.99' }, total: { amount: '199.90' } }] });
  await world.settle();
  expect((await bea.ask(OFFER, { id })).quote.status).toBe('SUBMITTED');
  const order = (await bea.ask('query ($id: ID!) { order(id: $id) { purchaseOrderNumber termsAccepted quote { id } } }', { id: placeOrder.id })).order;
  expect(order).toEqual({ purchaseOrderNumber: 'PO-1', termsAccepted: true, quote: { id } });
});

test('a quote is ordered once, by the account it was made for, at the price it shows', async () => {
  await using world = await startWorld();
  const [bea, sam, gus] = [await world.as('bea'), await world.as('sam'), await world.as('gus')];
  const id = await publishedQuote(bea, sam);
  const { quote } = await bea.ask(OFFER, { id });
  const input = { quoteId: id, priceHash: quote.priceHash, idempotencyKey: newKey() };
  expect((await gus.refused(PLACE, { input })).code).toBe('NOT_FOUND');
  expect((await bea.refused(PLACE, { input: { ...input, priceHash: 'other' } })).code).toBe('PRICE_CHANGED');
  const place = () => bea.answer(PLACE, { input: { ...input, idempotencyKey: newKey() } });
  const answers = await Promise.all([place(), place()]);
  expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
});

/** A published quote for a teapot, and for four hours of engraving at 17.355 each. */
async function quoteWithEngraving(bea: Session, sam: Session): Promise<{ quoteId: string; priceHash: string }> {
  const { createQuote } = await bea.ask('mutation { createQuote(lines: [{ sku: "TEAPOT-1L", quantity: "1" }]) { id } }');
  const quoteId = createQuote.id as string;
  await change(bea, quoteId, [{ description: 'Engraving, as on the drawing of 3 May', quantity: '4', uom: 'HUR' }]);
  await move(bea, 'request', quoteId);
  const { lines } = await move(sam, 'assign', quoteId);
  await change(sam, quoteId, [{ lineId: lines[1].id, unitPrice: '17.355' }]);
  const { priceHash, total } = await move(sam, 'publish', quoteId);
  expect(total.amount).toBe('93.92');
  return { quoteId, priceHash };
}

test('a custom item of a quote is ordered at exactly the price and in the words of the quote; a product stands for it [QUOTE-47]', async () => {
  await using world = await startWorld({ env: { ...CANCELLATION, CARTWRIGHT_ORDERS_CUSTOM_ITEM_SKU: 'CUSTOM' } });
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  const { placeOrder } = await bea.ask(PLACE, { input: { ...(await quoteWithEngraving(bea, sam)), idempotencyKey: newKey() } });
  expect(placeOrder).toMatchObject({ status: 'BOOKED', total: { amount: '93.92' } });
  expect(placeOrder.lines[1]).toMatchObject({
    description: 'Engraving, as on the drawing of 3 May',
    quantity: '4',
    unitPrice: { amount: '17.355' },
    total: { amount: '69.42' },
    product: { sku: 'CUSTOM', name: 'Custom item' },
  });
  await world.settle();
  expect((await olga.ask('{ product(sku: "TEAPOT-1L") { availability { onHand } } }')).product.availability.onHand).toBe('179');

  const back = await bea.refused('mutation ($line: ID!) { addReturnLines(lines: [{ orderLineId: $line, quantity: 1, reason: "DAMAGED" }]) { id } }', { line: placeOrder.lines[1].id });
  expect(back.code).toBe('NOT_RETURNABLE');
  expect((await bea.refused('mutation { addCartLines(lines: [{ sku: "CUSTOM" }]) { id } }')).code).toBe('PRICE_NOT_FOUND');
  await bea.ask('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Ordered twice") { status } }', { id: placeOrder.id });
  await world.settle();
  expect((await olga.ask('{ product(sku: "TEAPOT-1L") { availability { onHand } } }')).product.availability.onHand).toBe('180');
});

test('without a product that stands for custom items a quote with one is refused, and stays as it is', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const offer = await quoteWithEngraving(bea, sam);
  const refusal = await bea.refused(PLACE, { input: { ...offer, idempotencyKey: newKey() } });
  expect(refusal).toMatchObject({ code: 'CUSTOM_ITEM_NOT_ORDERABLE', message: expect.stringContaining('Engraving') });
  expect((await bea.ask(OFFER, { id: offer.quoteId })).quote.status).toBe('PUBLISHED');
});

test('a quote of custom items alone is ordered too', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_CUSTOM_ITEM_SKU: 'CUSTOM', CARTWRIGHT_QUOTES_CUSTOM_ITEMS_ONLY: 'true' } });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { createQuote } = await bea.ask('mutation { createQuote(lines: [{ sku: "TEAPOT-1L" }]) { id lines { id } } }');
  const quoteId = createQuote.id as string;
  await change(bea, quoteId, [{ description: 'Advice' }, { lineId: createQuote.lines[0].id, remove: true }]);
  await move(bea, 'request', quoteId);
  const { lines } = await move(sam, 'assign', quoteId);
  await change(sam, quoteId, [{ lineId: lines[0].id, unitPrice: '50' }]);
  const { priceHash } = await move(sam, 'publish', quoteId);
  expect((await bea.ask(PLACE, { input: { quoteId, priceHash, idempotencyKey: newKey() } })).placeOrder).toMatchObject({ total: { amount: '50.00' }, lines: [{ description: 'Advice' }] });
});
