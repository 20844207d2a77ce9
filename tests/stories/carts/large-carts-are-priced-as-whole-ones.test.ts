import { expect, test } from 'vitest';
import { createDice } from '../../support/dice.ts';
import { startWorld } from '../../support/world.ts';
import { promote, tax } from '../prices/cart-prices.ts';
import { add, ship } from './content.ts';

const SKUS = ['MUG-RED', 'TEAPOT-1L', 'PLATE-27', 'BOWL-16', 'TAPE-5M', 'GOGGLES', 'SOAP-LAV', 'BULK-3', 'BULK-9'];
const BULK = Array.from({ length: 60 }, (_, i) => `BULK-${i}`);
const PRICED = `total { amount } subtotal { amount } discountTotal { amount } taxTotal { amount } shippingTotal { amount } taxes { code base { amount } amount { amount } } problems { code message }
  lines { product { sku } quantity unitPrice { amount } total { amount } discount { amount } priceExplanation { kind source note delta { amount } } }`;

const UPDATE = `mutation ($cartId: ID!, $actions: [CartAction!]!) { updateCart(cartId: $cartId, actions: $actions) { ${PRICED} } }`;
/** A copy is priced anew, all of it. */
const COPY = `mutation ($cartId: ID!, $name: String!) { duplicateCart(cartId: $cartId, name: $name) { ${PRICED} } }`;

/** What may happen beside the edits. Freight and promotions over many lines make lines depend on each other. */
const WORLDS = [
  { name: 'prices move', taxed: false, stirred: false },
  { name: 'prices and taxes move', taxed: true, stirred: false },
  { name: 'promotions and freight come and go', taxed: true, stirred: true },
];

test.each(WORLDS)('$name: whatever is done to a cart of many lines, it costs what all of it looked up again costs [CART-62]', async ({ taxed, stirred }) => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_MERGE_LINES: stirred ? 'false' : 'true' } });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const dice = createDice();
  const roll = (sides: number): number => dice.between(0, sides - 1);
  const pick = <T>(all: readonly T[]): T => all[roll(all.length)] as T;
  if (taxed) await tax(olga);
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' });
  await olga.ask('mutation { adjustStock(sku: "GOGGLES", onHand: 25) { sku } }'); // sometimes too few
  await olga.ask('mutation ($products: [ProductInput!]!) { upsertProducts(products: $products) { sku } }', { products: BULK.map((sku) => ({ sku, name: sku })) });
  await olga.ask('mutation ($prices: [PriceInput!]!) { upsertPrices(priceList: "default", prices: $prices) { code } }', { prices: BULK.map((sku, i) => ({ sku, unitPrice: `${i}.37` })) });
  const { id } = await add(bea, ...BULK.map((sku) => ({ sku, quantity: String(1 + roll(12)) })));

  const lines = async (): Promise<{ id: string }[]> => (await bea.ask('query ($id: ID!) { cart(id: $id) { lines { id } } }', { id })).cart.lines;
  const edits = [
    async () => ({ addLines: [{ sku: pick(SKUS), quantity: String(1 + roll(12)) }] }),
    async () => ({ addLines: [{ sku: pick(SKUS) }, { sku: pick(SKUS) }] }),
    async () => ({ updateLines: [{ lineId: pick(await lines()).id, quantity: String(1 + roll(20)) }] }),
    async () => ({ removeLines: [pick(await lines()).id] }),
    async () => ({ setNote: { note: 'x', lineId: pick(await lines()).id } }),
    ...(stirred ? [async () => ({ setShippingMethod: { shippingMethod: pick(['VAN', null]) } })] : []),
  ];
  const rules = [
    () => olga.ask('mutation ($price: Decimal!) { upsertPrices(priceList: "default", prices: [{ sku: "BULK-7", unitPrice: $price }]) { code } }', { price: `${3 + roll(5)}.15` }),
    ...(taxed ? [() => tax(olga, 'VAT', pick(['0.2', '0.17', '0.05'])), () => tax(olga, 'ECO', pick(['0.01', '0.02']))] : []),
    ...(stirred ? [() => promote(olga, { id: 'soap', name: 'Off soap', level: 'LINE', kind: 'PERCENT', percentOff: String(1 + roll(30)), skus: ['SOAP-LAV'] })] : []),
    ...(stirred ? [() => promote(olga, { id: 'all', name: 'Off all', level: 'CART', kind: 'PERCENT', percentOff: '3', active: pick([true, false]) })] : []),
  ];
  for (let i = 0; i < 20; i++) {
    if (roll(6) === 0) await pick(rules)();
    const action = await pick(edits)();
    const { updateCart } = await bea.ask(UPDATE, { cartId: id, actions: [action] });
    const { duplicateCart } = await bea.ask(COPY, { cartId: id, name: `copy ${i}` });
    expect(updateCart, `seed ${dice.seed}, ${JSON.stringify(action)}`).toEqual(duplicateCart);
  }
}, 60_000);
