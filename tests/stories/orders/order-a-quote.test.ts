import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import type { Session } from '../../support/session.ts';
import { newKey, PLACE } from './shopping.ts';

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
