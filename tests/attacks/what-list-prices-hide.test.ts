import { expect, test } from 'vitest';
import type { Data } from '../support/session.ts';
import { ACTIVATE, shareNew, startSharing } from '../stories/sharing/sharing.ts';
import { tax } from '../stories/prices/cart-prices.ts';

const ALL = `id version status subtotal { amount } discountTotal { amount } shippingTotal { amount } total { amount } taxes { code rate base { amount } } adjustments { name } promotionCodes { code } problems { code message }
  lines { listPrice { amount } unitPrice { amount } total { amount } discount { amount } taxes { rate base { amount } } listTotal { amount } priceOfQuantity { perUnit { amount } forQuantity { amount } } priceExplanation { kind note delta { amount } unitPriceAfter { amount } losers { reason } } }`;
const READ = `query ($id: ID!) { cart(id: $id) { ${ALL} } }`;

/** Bea buys a hundred mugs at 5.40 instead of 6.95, and Ben, who may not know that, works on the cart too. */
test('who may not see net prices meets them nowhere: in no base of a tax, problem, frame, answer or e-mail [CART-29, CART-83]', async () => {
  await using world = await startSharing({ CARTWRIGHT_CARTS_LINE_TAXES: 'true' });
  const [bea, ben, olga] = [await world.as('bea'), await world.as('ben'), await world.as('olga')];
  await tax(olga);
  const shared = await shareNew(bea, [{ email: 'ben@acme.example', role: 'PARTICIPANT', notify: true }], 'Have a look');
  await bea.ask(ACTIVATE, { cartId: shared.id });
  await ben.ask(ACTIVATE, { cartId: shared.id });
  const watch = await ben.watch(`subscription ($id: ID!) { cartChanged(cartId: $id) { cause cart { ${ALL} } } }`, { id: shared.id });
  const told: unknown[] = [await watch.next()];
  const { cart: { lines: [line] } } = await bea.ask('query ($id: ID!) { cart(id: $id) { lines { id } } }', { id: shared.id });
  const set = (quantity: string) => `mutation { updateCart(cartId: "${shared.id}", actions: [{ updateLines: [{ lineId: "${line.id}", quantity: "${quantity}" }] }]) { ${ALL} } }`;
  await bea.ask(set('100'));
  told.push(await watch.next());
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "6.95" }, { sku: "MUG-RED", unitPrice: "5.30", minQuantity: "100" }]) { code } }');
  await world.settle();
  told.push(await ben.answer(READ, { id: shared.id }), await ben.answer(set('101')), await ben.answer(`mutation { applyPromotionCode(cartId: "${shared.id}", code: "X") { id } }`));
  told.push(await ben.answer(`query { checkAvailability(cartId: "${shared.id}") { quantity } }`), await world.mail());
  const net = await bea.ask(READ, { id: shared.id });
  const amounts = ['5.40', '5.30', '540.00', '530.00', '545.40', '535.30', net.cart.subtotal.amount, net.cart.lines[0].unitPrice.amount];
  expect(amounts.filter((amount) => JSON.stringify(told).includes(`"${amount}"`))).toEqual([]);
  expect(JSON.stringify(told)).not.toMatch(/moved from|5\.[34]0/);
});

test('where prices include tax, it is not added once more for who sees list prices only [CART-29]', async () => {
  await using world = await startSharing();
  const [bea, ben, olga] = [await world.as('bea'), await world.as('ben'), await world.as('olga')];
  await tax(olga);
  await olga.ask('mutation { setSitePricing(input: { mode: SITE_LIST, priceList: "default", country: "GB", paymentTerm: "NET30", pricesIncludeTax: true }) { __typename } }');
  const add = async (session: typeof bea): Promise<Data> => (await session.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 1 }]) { taxTotal { amount } total { amount } } }')).addCartLines;
  const [seen, listed] = [await add(bea), await add(ben)];
  expect(seen.total.amount).toBe('6.95');
  expect(seen.taxTotal.amount).not.toBe('0.00');
  expect(listed).toEqual(seen);
});
