import { expect, test } from 'vitest';
import { startWorld, type World } from '../../support/world.ts';

const ADD = `mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 2 }, { sku: "BAG-JUTE" }]) {
  taxTotal { amount } taxes { code rate base { amount } amount { amount } } lines { taxes { code rate base { amount } amount { amount } } } } }`;

/** Two codes hold where the site is. */
async function startTaxed(env: Record<string, string> = {}): Promise<World> {
  const world = await startWorld({ env });
  const olga = await world.as('olga');
  await olga.ask('mutation ($rates: [TaxRateInput!]!) { upsertTaxRates(rates: $rates) { __typename } }', { rates: [{ code: 'GST', country: 'CA', rate: '0.05' }, { code: 'PST', country: 'CA', rate: '0.07' }] });
  await olga.ask('mutation { setSitePricing(input: { mode: SITE_LIST, priceList: "default", country: "CA" }) { __typename } }');
  return world;
}

const amounts = (taxes: readonly { code: string; base: { amount: string }; amount: { amount: string } }[]): string[][] => taxes.map(({ code, base, amount }) => [code, base.amount, amount.amount]);

test('taxes stand on the cart, an amount each code, and on lines where the site shows them there [CART-81, CART-82]', async () => {
  await using plain = await startTaxed();
  await using detailed = await startTaxed({ CARTWRIGHT_CARTS_LINE_TAXES: 'true' });
  for (const world of [plain, detailed]) {
    const { addCartLines: cart } = await (await world.as('bea')).ask(ADD);
    expect(amounts(cart.taxes)).toEqual([['GST', '18.10', '0.91'], ['PST', '18.10', '1.26']]);
    expect(cart.taxTotal.amount).toBe('2.17');
    const onLines = cart.lines.map(({ taxes }: { taxes: Parameters<typeof amounts>[0] }) => amounts(taxes));
    expect(onLines).toEqual(world === plain ? [[], []] : [[['GST', '13.90', '0.70'], ['PST', '13.90', '0.97']], [['GST', '4.20', '0.21'], ['PST', '4.20', '0.29']]]);
  }
});

test.each([['bea', ['0.05', '0.07']], ['cat', ['0.05', '0.07']], ['ben', [null, null]]] as const)('%s sees the rates %j, on the cart as on lines [CART-83]', async (person, rates) => {
  await using world = await startTaxed({ CARTWRIGHT_CARTS_LINE_TAXES: 'true' });
  const { addCartLines: cart } = await (await world.as(person)).ask(ADD);
  for (const { taxes } of [cart, ...cart.lines]) expect(taxes.map(({ rate }: { rate: string | null }) => rate)).toEqual(rates);
});
