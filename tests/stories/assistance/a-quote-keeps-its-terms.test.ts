import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { ENFORCED, mugs, PLACE, PUBLISH, startWithTerms, termsOf } from '../terms/terms.ts';

const ASSIST = 'mutation ($id: ID!, $reason: String) { requestAssistance(cartId: $id, reason: $reason) { id reason contract { template templateVersion text hash } } }';
const KEPT = { CARTWRIGHT_QUOTES_CONTRACTS: 'true' };

async function publish(rep: Session, id: string): Promise<string> {
  await rep.ask('mutation ($id: ID!) { assignQuote(quoteId: $id) { id } }', { id });
  return (await rep.ask('mutation ($id: ID!) { publishQuote(quoteId: $id) { priceHash } }', { id })).publishQuote.priceHash;
}

test('assistance gives a quote the terms of its cart, once: asked again, after newer terms, it keeps those it has [ASSIST-07]', async () => {
  await using world = await startWithTerms(KEPT);
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id } = await mugs(bea);
  const { text, hash } = await termsOf(bea, id);
  const { requestAssistance: quote } = await bea.ask(ASSIST, { id, reason: 'PRICE' });
  expect(quote.contract).toEqual({ template: 'standard', templateVersion: 1, text, hash });
  await world.settle();
  await olga.ask(PUBLISH, { terms: { name: 'standard', clauses: [{ text: 'Newer.' }] } });
  expect((await bea.ask(ASSIST, { id, reason: 'DELIVERY' })).requestAssistance).toEqual({ ...quote, reason: 'DELIVERY' });
});

test('a published offer is ordered under the terms it has, agreed to in the same request, whatever was published since [TC-09]', async () => {
  await using world = await startWithTerms({ ...KEPT, ...ENFORCED });
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  const { requestAssistance: quote } = await bea.ask(ASSIST, { id: (await mugs(bea)).id });
  const priceHash = await publish(sam, quote.id);
  await olga.ask(PUBLISH, { terms: { name: 'standard', clauses: [{ text: 'Newer.' }] } });
  const input = { quoteId: quote.id, priceHash, idempotencyKey: 'offer' };
  expect(await bea.refused(PLACE, { input })).toMatchObject({ code: 'TERMS_NOT_ACCEPTED', details: { hash: quote.contract.hash } });
  const { placeOrder: order } = await bea.ask(PLACE, { input: { ...input, termsAccepted: true } });
  expect(order.terms).toMatchObject({ templateVersion: 1, text: quote.contract.text, acceptedByName: 'Bea' });
});

test('an offer whose buyer may not change it is still ordered, copied, talked about and asked assistance for', async () => {
  await using world = await startWithTerms();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id: cartId } = await mugs(bea);
  const { requestAssistance: quote } = await bea.ask(ASSIST, { id: cartId });
  const priceHash = await publish(sam, quote.id);
  const { id } = quote;
  expect((await bea.refused('mutation ($id: ID!) { updateQuoteLines(quoteId: $id, lines: [{ sku: "MUG-RED", quantity: 1 }]) { id } }', { id })).code).toBe('QUOTE_STATUS_INVALID');
  expect((await bea.ask(ASSIST, { id: cartId, reason: 'DELIVERY' })).requestAssistance.reason).toBe('DELIVERY');
  const copy = 'mutation ($id: ID!) { copyQuoteToCart(quoteId: $id) { id lines { product { sku } } } }';
  const { copyQuoteToCart: cart } = await bea.ask(copy, { id });
  expect([cart.id === cartId, cart.lines]).toEqual([false, [{ product: { sku: 'MUG-RED' } }]]);
  expect((await bea.ask('mutation ($id: ID!) { addQuoteNote(quoteId: $id, text: "Soon, please.") { id } }', { id })).addQuoteNote.id).toBe(id);
  const { placeOrder } = await bea.ask(PLACE, { input: { quoteId: id, priceHash, idempotencyKey: 'offer' } });
  expect((await bea.ask('query ($id: ID!) { order(id: $id) { quote { id } lines { product { sku } } } }', { id: placeOrder.id })).order).toEqual({ quote: { id }, lines: [{ product: { sku: 'MUG-RED' } }] });
});
