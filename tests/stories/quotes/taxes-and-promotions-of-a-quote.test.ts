import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { change, draft, move } from './negotiation.ts';
import { priced, PRICED, promote, SET_TERMS, setTerms, taxBritain } from './terms.ts';

test("a rep's own price is taxed like any other, says so in its explanation, and is ordered with its tax [QUOTE-21]", async () => {
  await using world = await startWorld();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  await taxBritain(olga);
  const { id, lines } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, [{ lineId: lines[0].id, unitPrice: '5' }]);
  const { priceHash } = await move(sam, 'publish', id);
  const offer = await priced(bea, id);
  expect(offer).toMatchObject({ subtotal: { amount: '74.50' }, taxTotal: { amount: '14.90' }, total: { amount: '89.40' }, taxes: [{ code: 'VAT', rate: '0.2', amount: { amount: '14.90' } }] });
  expect(offer.lines[0].priceExplanation.at(-1)).toEqual({ kind: 'OVERRIDE', source: 'sales rep' });
  const ORDER = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { subtotal { amount } taxTotal { amount } total { amount } taxes { code amount { amount } } lines { taxes { code amount { amount } } priceExplanation { kind } } } } }';
  const { placeOrder } = await bea.ask(ORDER, { input: { quoteId: id, priceHash, idempotencyKey: 'once' } });
  expect(placeOrder).toMatchObject({ subtotal: { amount: '74.50' }, taxTotal: { amount: '14.90' }, total: { amount: '89.40' }, lines: [{ taxes: [{ code: 'VAT', amount: { amount: '10.00' } }] }, { taxes: [{ amount: { amount: '4.90' } }] }] });
});

test('a code takes something off the whole quote, and every line knows its part; one that does nothing is refused', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await promote(olga, { id: 'ten', name: 'Ten off', code: 'TEN', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  const { id, version } = await draft(bea);
  const offer = await setTerms(bea, id, { promotionCodes: ['ten'] });
  expect(offer).toMatchObject({ version: version + 1, subtotal: { amount: '87.00' }, discountTotal: { amount: '8.70' }, total: { amount: '78.30' }, promotionCodes: ['TEN'], adjustments: [{ promotionId: 'ten', code: 'TEN' }] });
  expect(offer.lines.map((line: { discount: { amount: string } }) => line.discount.amount)).toEqual(['6.25', '2.45']);
  expect((await bea.refused(SET_TERMS, { id, terms: { promotionCodes: ['TEN', 'NONE'] } })).code).toBe('PROMOTION_CODE_REFUSED');
  expect((await setTerms(bea, id, { promotionCodes: null })).total.amount).toBe('87.00');
});

test('goods that a promotion gives are part of the offer and lines of the order, for nothing', async () => {
  await using world = await startWorld();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  await promote(olga, { id: 'soap', name: 'A soap with ten mugs', level: 'LINE', kind: 'BUY_GET', buyQuantity: '10', getQuantity: '1', getSku: 'SOAP-LAV', skus: ['MUG-RED'] });
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  const { priceHash } = await move(sam, 'publish', id);
  expect((await priced(bea, id)).freeGoods).toEqual([{ quantity: '1', product: { sku: 'SOAP-LAV' } }]);
  const ORDER = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { total { amount } lines { quantity total { amount } product { sku } } } } }';
  const { placeOrder } = await bea.ask(ORDER, { input: { quoteId: id, priceHash, idempotencyKey: 'once' } });
  expect(placeOrder).toMatchObject({ total: { amount: '87.00' }, lines: [{}, {}, { quantity: '1', total: { amount: '0.00' }, product: { sku: 'SOAP-LAV' } }] });
});

test('who may not see net prices sees a quote at list price, and no discount [CART-29]', async () => {
  await using world = await startWorld();
  const [ben, olga] = [await world.as('ben'), await world.as('olga')];
  await promote(olga, { id: 'ten', name: 'Ten off', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  const { id } = await draft(ben);
  const offer = await priced(ben, id);
  const units = offer.lines.map((line: { unitPrice: { amount: string } }) => line.unitPrice.amount);
  expect({ units, total: offer.total.amount, discount: offer.discountTotal.amount }).toEqual({ units: ['6.95', '24.50'], total: '94.00', discount: '0.00' });
});

test('a quote takes over the code and the way to ship of the cart it is made of, and costs the same', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await promote(olga, { id: 'ten', name: 'Ten off', code: 'TEN', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  await olga.ask('mutation { upsertShippingMethods(methods: [{ code: "VAN", name: "Van", currency: "GBP", flat: "4.00" }]) { code } }');
  const { addCartLines } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: "10" }]) { id } }');
  await bea.ask('mutation ($id: ID!) { applyPromotionCode(cartId: $id, code: "ten") { id } }', addCartLines);
  const { setShippingMethod: cart } = await bea.ask('mutation ($id: ID!) { setShippingMethod(cartId: $id, shippingMethod: "VAN") { total { amount } } }', addCartLines);
  const { createQuote } = await bea.ask(`mutation ($id: ID!) { createQuote(fromCartId: $id) { ${PRICED} } }`, addCartLines);
  expect(createQuote).toMatchObject({ promotionCodes: ['TEN'], discountTotal: { amount: '6.25' }, shippingTotal: { amount: '4.00' }, total: cart.total });
});
