import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { change, draft, move, read } from './negotiation.ts';

test('a buyer asks, a rep takes the quote, sets a better price and publishes it; each step is audited, asked and offered are kept [QUOTE-05, QUOTE-11, QUOTE-19, QUOTE-21, QUOTE-24, QUOTE-29]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];

  const drafted = await draft(bea);
  expect(drafted).toMatchObject({ status: 'DRAFTING', version: 1, total: { amount: '87.00', currency: 'GBP' }, expiresAt: null, salesRep: null });
  expect(drafted.number).toMatch(/^Q-\d{4}-000001$/);
  expect((await move(bea, 'request', drafted.id, 'comment: "Two hundred a year, if the price is right."')).status).toBe('QUOTE_REQUESTED');
  expect(await move(sam, 'assign', drafted.id)).toMatchObject({ status: 'ASSIGNED', salesRep: { name: 'Sam' } });

  const [mugs] = drafted.lines;
  const priced = await change(sam, drafted.id, [{ lineId: mugs.id, unitPrice: '5.555' }]);
  expect(priced).toMatchObject({ total: { amount: '80.05' }, lines: [{ unitPrice: { amount: '5.555' }, overridePrice: { amount: '5.555' }, total: { amount: '55.55' } }, { overridePrice: null }] });

  const published = await move(sam, 'publish', drafted.id, 'comment: "Valid for a month."');
  expect(published).toMatchObject({ status: 'PUBLISHED', version: 5, total: { amount: '80.05' } });
  const days = (Date.parse(published.expiresAt) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThanOrEqual(30);
  expect(published.priceHash).not.toBe(priced.priceHash);

  const seen = await read(bea, drafted.id);
  expect(seen.audits.map(({ action, from, to, actor }: never) => [action, from, to, (actor as { name: string }).name])).toEqual([
    ['CREATE_QUOTE', null, 'DRAFTING', 'Bea'],
    ['REQUEST_QUOTE', 'DRAFTING', 'QUOTE_REQUESTED', 'Bea'],
    ['ASSIGN_QUOTE', 'QUOTE_REQUESTED', 'ASSIGNED', 'Sam'],
    ['PUBLISH_QUOTE', 'ASSIGNED', 'PUBLISHED', 'Sam'],
  ]);
  expect(seen.revisions).toMatchObject([
    { number: 1, action: 'REQUEST_QUOTE', total: { amount: '87.00' }, lines: [{ unitPrice: '6.25' }, {}] },
    { number: 2, action: 'PUBLISH_QUOTE', total: { amount: '80.05' }, lines: [{ unitPrice: '5.555' }, {}] },
  ]);
  expect(seen.notes).toMatchObject([{ author: { name: 'Bea' } }, { author: { name: 'Sam' }, text: 'Valid for a month.' }]);
  expect(seen.availableActions.filter((action: { allowed: boolean }) => action.allowed).map((action: { name: string }) => action.name)).toEqual(['requestQuote', 'editQuote', 'cancelQuote', 'addQuoteNote', 'askQuoteExtension', 'acceptQuoteLines', 'placeOrder', 'copyQuoteToCart']);
});

test('the steps of a negotiated price add up to it', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id, lines } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, [{ lineId: lines[0].id, unitPrice: '5.00' }]);
  const { quote } = await bea.ask('query ($id: ID!) { quote(id: $id) { lines { unitPrice { amount } priceExplanation { kind delta { amount } unitPriceAfter { amount } } } } }', { id });
  for (const { unitPrice, priceExplanation } of quote.lines) {
    const sum = priceExplanation.reduce((total: number, step: { delta: { amount: string } }) => total + Math.round(Number(step.delta.amount) * 1e6), 0);
    expect(sum).toBe(Math.round(Number(unitPrice.amount) * 1e6));
  }
  expect(quote.lines[0].priceExplanation.at(-1)).toEqual({ kind: 'OVERRIDE', delta: { amount: '-1.25' }, unitPriceAfter: { amount: '5.00' } });
});

test('a custom item waits for a price: the buyer cannot give one, and nothing is published without it [QUOTE-47, QUOTE-48]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id } = await draft(bea);
  const asked = await change(bea, id, [{ description: 'Our logo on each mug', quantity: '10', unitPrice: '0.01' }]);
  const custom = asked.lines.at(-1);
  expect(custom).toMatchObject({ product: null, description: 'Our logo on each mug', unitPrice: null, total: null });
  expect(asked.total.amount).toBe('87.00');
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  const refusal = await sam.refused(`mutation { publishQuote(quoteId: "${id}") { id } }`);
  expect(refusal.code).toBe('PRICE_NOT_FOUND');
  const onlyCustom = { quoteId: id, lines: asked.lines.slice(0, 2).map((line: { id: string }) => ({ lineId: line.id, remove: true })) };
  expect((await sam.refused('mutation ($quoteId: ID!, $lines: [QuoteLineUpdate!]!) { updateQuoteLines(quoteId: $quoteId, lines: $lines) { id } }', onlyCustom)).code).toBe('BAD_USER_INPUT');
  const priced = await change(sam, id, [{ lineId: custom.id, unitPrice: '1.20' }]);
  expect(priced.total.amount).toBe('99.00');
  expect((await move(sam, 'publish', id)).status).toBe('PUBLISHED');
});
