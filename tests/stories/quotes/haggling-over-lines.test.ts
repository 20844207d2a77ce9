import { expect, test } from 'vitest';
import type { Data } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { CHANGE, change, draft, move } from './negotiation.ts';
import { priced, SET_TERMS, setTerms, taxBritain } from './terms.ts';

const LINES = 'query ($id: ID!) { quote(id: $id) { total { amount } lines { id unitPrice { amount } targetPrice { amount } } revisions { lines { unitPrice targetPrice } } } }';

test('the buyer says what a line should cost, the rep answers with a price, the buyer with another wish; every round is kept', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id, lines } = await draft(bea);
  const [mugs] = lines;
  const wished = await change(bea, id, [{ lineId: mugs.id, targetPrice: '4.50' }]);
  expect(wished.total.amount).toBe('87.00');
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  expect((await sam.ask(LINES, { id })).quote.lines[0]).toMatchObject({ unitPrice: { amount: '6.25' }, targetPrice: { amount: '4.50' } });
  expect((await sam.refused(CHANGE, { quoteId: id, lines: [{ lineId: mugs.id, targetPrice: '6' }] })).code).toBe('FORBIDDEN');
  await change(sam, id, [{ lineId: mugs.id, unitPrice: '5.50' }]);
  await move(sam, 'publish', id);
  await move(bea, 'edit', id);
  await change(bea, id, [{ lineId: mugs.id, targetPrice: '5' }]);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, [{ lineId: mugs.id, unitPrice: '5' }]);
  await move(sam, 'publish', id);
  const { quote } = await bea.ask(LINES, { id });
  expect(quote.revisions.map((revision: { lines: object[] }) => revision.lines[0])).toEqual([
    { unitPrice: '6.25', targetPrice: '4.50' },
    { unitPrice: '5.50', targetPrice: '4.50' },
    { unitPrice: '5.50', targetPrice: '5.00' },
    { unitPrice: '5.00', targetPrice: '5.00' },
  ]);
  expect((await bea.refused(CHANGE, { quoteId: id, lines: [{ lineId: mugs.id, targetPrice: '1' }] })).code).toBe('QUOTE_STATUS_INVALID');
});

test('a rep goes no further below the list price than the deployment allows, and is told how far', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_MAX_DISCOUNT_PERCENT: '20' } });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id, lines } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  const price = (unitPrice: string): object[] => [{ lineId: lines[0].id, unitPrice }];
  expect(await sam.refused(CHANGE, { quoteId: id, lines: price('5.55') })).toMatchObject({ code: 'DISCOUNT_TOO_DEEP', details: { lowest: { amount: '5.56', currency: 'GBP' } } });
  expect((await change(sam, id, price('5.56'))).version).toBe(4);
  expect((await change(sam, id, [{ description: 'Engraving', unitPrice: '0' }, { sku: 'MUG-BLUE' }])).version).toBe(5);
});

test('the freight is negotiated: the assigned rep charges what he likes, taxed as ever, the buyer may not, and it goes with the way it was agreed for', async () => {
  await using world = await startWorld();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  await taxBritain(olga);
  await olga.ask('mutation { upsertShippingMethods(methods: [{ code: "VAN", name: "Van", currency: "GBP", flat: "4.00", taxed: true }, { code: "POST", name: "Post", currency: "GBP", flat: "9.00" }]) { code } }');
  const { id } = await draft(bea);
  expect(await bea.refused(SET_TERMS, { id, terms: { shippingMethod: 'VAN', freight: '1' } })).toMatchObject({ code: 'FORBIDDEN' });
  const usual = await setTerms(bea, id, { shippingMethod: 'VAN' });
  expect(usual.shippingTotal.amount).toBe('4.00');
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  for (const freight of ['-1', '1.005', 'much']) expect((await sam.refused(SET_TERMS, { id, terms: { freight } })).code).toMatch('BAD_USER_INPUT');
  const offered = await setTerms(sam, id, { freight: '2.5' });
  expect(offered.shippingTotal.amount).toBe('2.50');
  const taxed = (quote: Data): number => Math.round((Number(quote.subtotal.amount) + Number(quote.shippingTotal.amount)) * 20) / 100;
  expect(Number(offered.taxTotal.amount)).toBeCloseTo(taxed(offered), 2);
  expect(Number(offered.total.amount)).toBeCloseTo(Number(offered.subtotal.amount) + 2.5 + taxed(offered), 2);
  await move(sam, 'publish', id);
  const { quoteDiff } = await bea.ask('query ($id: ID!) { quoteDiff(quoteId: $id, from: 1, to: 2) { amounts { name before { amount } after { amount } difference { amount } } terms { name before after } } }', { id });
  expect(quoteDiff.amounts.find(({ name }: Data) => name === 'shippingTotal')).toEqual({ name: 'shippingTotal', before: { amount: '4.00' }, after: { amount: '2.50' }, difference: { amount: '-1.50' } });
  expect(quoteDiff.terms).toContainEqual({ name: 'freight', before: null, after: '2.50' });
  const { quote } = await bea.ask('query ($id: ID!) { quote(id: $id) { negotiatedFreight { amount currency } priceHash } }', { id });
  expect(quote.negotiatedFreight).toEqual({ amount: '2.50', currency: 'GBP' });
  const { placeOrder: order } = await bea.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { shippingTotal { amount } total { amount } } } }', { input: { quoteId: id, priceHash: quote.priceHash, idempotencyKey: 'once' } });
  expect(order).toEqual({ shippingTotal: { amount: '2.50' }, total: offered.total });

  const other = await draft(bea);
  await setTerms(bea, other.id, { shippingMethod: 'VAN' });
  await move(bea, 'request', other.id);
  await move(sam, 'assign', other.id);
  await setTerms(sam, other.id, { freight: '0' });
  await move(sam, 'publish', other.id);
  await move(bea, 'edit', other.id);
  expect((await change(bea, other.id, [{ sku: 'MUG-BLUE' }])).id).toBe(other.id);
  expect((await priced(bea, other.id)).shippingTotal.amount).toBe('0.00');
  expect((await setTerms(bea, other.id, { shippingMethod: 'POST' })).shippingTotal.amount).toBe('9.00');
});
