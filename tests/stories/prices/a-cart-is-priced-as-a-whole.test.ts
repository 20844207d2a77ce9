import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { addMugs, applyCode, CART, placeOrder, promote, tax } from './cart-prices.ts';

test('a code takes ten percent off the cart, tax is on what is left, and the order costs that [CART-71, CART-72, CART-81]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await tax(olga);
  await promote(olga, { id: 'ten', name: 'Ten off', code: 'TEN', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  const cart = await addMugs(bea, 10);
  expect([cart.subtotal.amount, cart.taxTotal.amount, cart.total.amount]).toEqual(['62.50', '12.50', '75.00']);
  expect(cart.taxes).toEqual([{ code: 'VAT', rate: '0.2', amount: { amount: '12.50' } }]);

  const { applyPromotionCode: priced } = await bea.ask(applyCode, { cart: cart.id, code: 'ten' });
  expect(priced).toMatchObject({
    version: 2,
    discountTotal: { amount: '6.25' },
    taxTotal: { amount: '11.25' },
    total: { amount: '67.50' },
    promotionCodes: [{ code: 'TEN', applied: true, reason: null }],
    lines: [{ discount: { amount: '6.25' } }],
  });
  const { placeOrder: order } = await bea.ask(placeOrder, { input: { cartId: cart.id, priceHash: priced.priceHash, idempotencyKey: 'k' } });
  expect([order.total.amount, order.taxTotal.amount]).toEqual(['67.50', '11.25']);
});

test('a code nobody made, or one for others, is refused with the reason and changes nothing [CART-72]', async () => {
  await using world = await startWorld();
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const { viewer } = await gus.ask('{ viewer { account { id } } }');
  await promote(olga, { id: 'globex', name: 'For Globex', code: 'GLOBEX', level: 'CART', kind: 'PERCENT', percentOff: '10', accountIds: [viewer.account.id] });
  const cart = await addMugs(bea, 1);
  for (const code of ['NOSUCH', 'GLOBEX']) {
    expect(await bea.refused(applyCode, { cart: cart.id, code })).toMatchObject({ code: 'PROMOTION_CODE_REFUSED', details: { reason: 'UNKNOWN_CODE' } });
  }
  expect((await bea.ask(`query ($id: ID!) { cart(id: $id) { ${CART} } }`, { id: cart.id })).cart).toEqual(cart);
});

test('without the right to net prices nobody enters codes, and tax rates stay hidden [CART-71, CART-83]', async () => {
  await using world = await startWorld();
  const [ben, olga] = [await world.as('ben'), await world.as('olga')];
  await tax(olga);
  await promote(olga, { id: 'ten', name: 'Ten off', code: 'TEN', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  await promote(olga, { id: 'auto', name: 'Off each', level: 'LINE', kind: 'PERCENT', percentOff: '50' });
  const cart = await addMugs(ben, 1);
  expect((await ben.refused(applyCode, { cart: cart.id, code: 'TEN' })).code).toBe('FORBIDDEN');
  expect(cart.taxes.map((each: { rate: string | null }) => each.rate)).toEqual([null]);
  expect(cart.lines[0]).toMatchObject({ unitPrice: { amount: '6.95' }, priceExplanation: [{ kind: 'LIST', losers: [] }] });
  expect([cart.adjustments, cart.discountTotal.amount]).toEqual([[], '0.00']);
});

test('each step of a price names its source, and the steps add up, losers included', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await promote(olga, { id: 'five', name: 'Five percent', level: 'LINE', kind: 'PERCENT', percentOff: '5', stacking: 'EXCLUSIVE' });
  await promote(olga, { id: 'one', name: 'One off', level: 'LINE', kind: 'AMOUNT', amountOff: '1', currency: 'GBP', stacking: 'EXCLUSIVE', priority: 1 });
  const [line] = (await addMugs(bea, 10)).lines;
  const steps = line.priceExplanation as { kind: string; source: string; delta: { amount: string }; losers: { source: string; reason: string }[] }[];
  expect(steps.map(({ kind }) => kind)).toEqual(['LIST', 'TIER', 'PROMOTION']);
  expect(steps.reduce((sum, { delta }) => sum + Math.round(Number(delta.amount) * 1e6), 0)).toBe(Math.round(Number(line.unitPrice.amount) * 1e6));
  expect(steps[2]).toMatchObject({ source: 'one', sourceVersion: 1 });
  expect(steps[2]?.losers.map(({ source }) => source)).toContain('five');
});

test('the way from the list price to the price of a line is told per unit and for the whole quantity, and adds up to its total; list prices alone without the right to more [CART-29, CART-30]', async () => {
  await using world = await startWorld();
  const [bea, ben, olga] = [await world.as('bea'), await world.as('ben'), await world.as('olga')];
  await promote(olga, { id: 'third', name: 'A third off', level: 'LINE', kind: 'PERCENT', percentOff: '33.333333' });
  const DRILL = 'mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: "13" }, { sku: "CABLE-2.5", quantity: "2.5" }]) { lines { product { sku name } uom quantity listPrice { amount } listTotal { amount } unitPrice { amount } total { amount } priceOfQuantity { kind source perUnit { amount } forQuantity { amount } } } } }';
  const { addCartLines: { lines } } = await bea.ask(DRILL);
  expect(lines[0]).toMatchObject({ product: { sku: 'MUG-RED', name: 'Stoneware mug, red' }, uom: 'EA', quantity: '13', listPrice: { amount: '6.95' }, listTotal: { amount: '90.35' } });
  expect(lines[0].priceOfQuantity.slice(0, 2)).toEqual([
    { kind: 'LIST', source: 'default', perUnit: { amount: '6.95' }, forQuantity: { amount: '90.35' } },
    { kind: 'TIER', source: 'default', perUnit: { amount: '-0.70' }, forQuantity: { amount: '-9.10' } },
  ]);
  for (const { priceOfQuantity: steps, unitPrice, total } of lines) {
    const sum = (of: 'perUnit' | 'forQuantity'): number => steps.reduce((all: number, step: { [K in typeof of]: { amount: string } }) => all + Number(step[of].amount), 0);
    expect(steps.map(({ kind }: { kind: string }) => kind)).toContain('PROMOTION');
    expect(sum('perUnit')).toBeCloseTo(Number(unitPrice.amount), 6);
    expect(sum('forQuantity')).toBeCloseTo(Number(total.amount), 2);
  }
  const { addCartLines: { lines: [seen] } } = await ben.ask(DRILL);
  expect(seen).toMatchObject({ listTotal: { amount: '90.35' }, total: { amount: '90.35' }, priceOfQuantity: [{ kind: 'LIST', forQuantity: { amount: '90.35' } }] });
});

test('two plus one: the goods are free, are seen, and become a line of the order', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await promote(olga, { id: 'three', name: 'Two plus one', level: 'LINE', kind: 'BUY_GET', buyQuantity: '2', getQuantity: '1', skus: ['MUG-RED'] });
  const cart = await addMugs(bea, 4);
  expect(cart.freeGoods).toEqual([{ product: { sku: 'MUG-RED' }, quantity: '2' }]);
  const { placeOrder: order } = await bea.ask(placeOrder, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: 'k' } });
  expect(order.lines).toEqual([
    { product: { sku: 'MUG-RED' }, quantity: '4', total: { amount: '27.80' } },
    { product: { sku: 'MUG-RED' }, quantity: '2', total: { amount: '0.00' } },
  ]);
});

test('an agreement brings its prices and its payment term, for its account alone, on cart or line [CART-66, CART-67, CART-68, CART-69]', async () => {
  await using world = await startWorld();
  const [bea, gus, cat, olga] = [await world.as('bea'), await world.as('gus'), await world.as('cat'), await world.as('olga')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  const agreement = { id: 'frame', name: 'Frame contract', percentOff: '20', paymentTerm: 'NET60', accountIds: [viewer.account.id] };
  const upsert = 'mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }';
  await olga.ask(upsert, { input: agreement });
  const set = `mutation ($cart: ID!, $agreement: ID, $line: ID) { setPricingAgreement(cartId: $cart, agreementId: $agreement, lineId: $line) { ${CART} } }`;

  const cart = await addMugs(bea, 1);
  const { setPricingAgreement: agreed } = await bea.ask(set, { cart: cart.id, agreement: 'frame' });
  expect(agreed).toMatchObject({ total: { amount: '5.56' }, paymentTerm: 'NET60', pricingAgreementId: 'frame' });
  const { setPricingAgreement: without } = await bea.ask(set, { cart: cart.id, agreement: null });
  expect([without.total.amount, without.paymentTerm]).toEqual(['6.95', null]);
  const { setPricingAgreement: byLine } = await bea.ask(set, { cart: cart.id, agreement: 'frame', line: cart.lines[0].id });
  expect(byLine.lines[0].unitPrice.amount).toBe('5.56');

  const other = await addMugs(gus, 1);
  expect((await gus.refused(set, { cart: other.id, agreement: 'frame' })).details).toMatchObject({ reason: 'UNKNOWN_AGREEMENT' });
  const home = await addMugs(cat, 1);
  expect((await cat.refused(set, { cart: home.id, agreement: 'frame' })).code).toBe('FORBIDDEN');

  await olga.ask(upsert, { input: { ...agreement, defaultOf: [viewer.account.id] } });
  const ann = await world.as('ann');
  expect(await addMugs(ann, 1)).toMatchObject({ pricingAgreementId: 'frame', total: { amount: '5.56' } });
});

test('shipping costs what its method says, and nothing from a sum on', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask('mutation ($methods: [ShippingMethodInput!]!) { upsertShippingMethods(methods: $methods) { code } }', { methods: [{ code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90', freeFrom: '50' }] });
  const cart = await addMugs(bea, 1);
  const set = `mutation ($cart: ID!, $method: String) { setShippingMethod(cartId: $cart, shippingMethod: $method) { ${CART} } }`;
  expect((await bea.ask(set, { cart: cart.id, method: 'VAN' })).setShippingMethod).toMatchObject({ shippingTotal: { amount: '4.90' }, total: { amount: '11.85' } });
  expect((await addMugs(bea, 9)).shippingTotal.amount).toBe('0.00');
  expect((await bea.refused(set, { cart: cart.id, method: 'DRONE' })).details).toMatchObject({ reason: 'UNKNOWN_METHOD' });
});

test('each tax code has its amount on the cart, and on each line only where the site shows taxes by line [CART-81, CART-82]', async () => {
  for (const byLine of [false, true]) {
    await using world = await startWorld({ env: { CARTWRIGHT_CARTS_LINE_TAXES: String(byLine) } });
    const [bea, olga] = [await world.as('bea'), await world.as('olga')];
    await tax(olga);
    await tax(olga, 'ECO', '0.05');
    const { addCartLines: cart } = await bea.ask(`mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 10 }, { sku: "BAG-JUTE" }]) {
      taxes { code amount { amount } } lines { taxes { code amount { amount } } } } }`);
    const amounts = (taxes: { code: string; amount: { amount: string } }[]): string[] => taxes.map(({ code, amount }) => `${code} ${amount.amount}`);
    expect(amounts(cart.taxes)).toEqual(['ECO 3.34', 'VAT 13.34']);
    expect(cart.lines.map(({ taxes }: { taxes: [] }) => amounts(taxes))).toEqual(byLine ? [['ECO 3.13', 'VAT 12.50'], ['ECO 0.21', 'VAT 0.84']] : [[], []]);
  }
});
