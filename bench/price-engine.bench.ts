import { execute, parse } from 'graphql';
import type { Viewer } from '#kernel/viewer.ts';
import type { Arm, Claim } from './support/claim.ts';
import { newGuest, startProduct, type Product } from './support/product.ts';
import { alternate } from './support/rounds.ts';
import { askSubgraph } from './support/subgraph.ts';

const PRODUCTS = 1_000;
const SIZES = [1, 10, 100, 1_000];
const ADMINISTRATOR: Viewer = { id: 'bench', kind: 'ADMINISTRATOR', accountId: 'seller', permissions: [] };
const PRICE = `query ($input: PriceDocumentInput!) { priceDocument(input: $input) { total taxTotal discountTotal
  lines { id problem unitPrice total discount taxes { code amount } explanation { kind source sourceVersion delta { amount } unitPriceAfter { amount } note } } } }`;
const OFFER = 'query ($requests: [OfferRequest!]!) { offers(requests: $requests) { sku problem listPrice unitPrice } }';

export const priceEngine: Claim = {
  name: 'price-engine',
  about: 'one document of 1 to 1,000 lines in one call: facts read, three tiers, promotions on lines and cart, tax, every line explained',
  async run() {
    await using product = await startProduct();
    await load(product);
    const buyer = newGuest();
    const arms = SIZES.map((lines): Arm => {
      const input = { shipTo: { country: 'GB' }, lines: Array.from({ length: lines }, (_, i) => ({ id: String(i), sku: skuOf(i), quantity: '12' })) };
      return timed(`${lines} lines`, Math.max(3, 600 / lines), askSubgraph(product, 'catalog', PRICE, { input }), buyer);
    });
    const offer = timed('offer of one SKU', 1_000, askSubgraph(product, 'catalog', OFFER, { requests: [{ sku: skuOf(7), quantity: '12' }] }), buyer);
    const measured = await alternate([...arms, offer]);
    return [
      measured.compare('10 lines', '1 lines', 'time', 'ms', { ratioAtMost: 10 }),
      measured.compare('100 lines', '10 lines', 'time', 'ms', { ratioAtMost: 11 }),
      measured.compare('1000 lines', '100 lines', 'time', 'ms', { ratioAtMost: 12 }),
      measured.compare('offer of one SKU', '1 lines', 'time', 'ms', { valueAtMost: 0.15 }),
    ];
  },
};

const skuOf = (i: number): string => `BENCH-${i}`;

function timed(name: string, calls: number, ask: (viewer: Viewer) => Promise<unknown>, viewer: Viewer): Arm {
  return {
    name,
    async measure() {
      const start = performance.now();
      for (let call = 0; call < calls; call++) await ask(viewer);
      return { time: (performance.now() - start) / Math.ceil(calls) };
    },
  };
}

/** A catalog of its own, with a promotion on some lines and one on the cart. */
async function load(product: Product): Promise<void> {
  const catalog = product.embedded.subgraphs.get('catalog');
  if (!catalog) throw new Error('There is no catalog.');
  const tell = async (query: string, variableValues: Record<string, unknown>): Promise<void> => {
    const result = await execute({ schema: catalog.schema, document: parse(query), variableValues, contextValue: catalog.contextFor({ viewer: ADMINISTRATOR, requestId: 'bench' }) });
    if (result.errors) throw result.errors[0] ?? new Error('refused');
  };
  const skus = Array.from({ length: PRODUCTS }, (_, i) => skuOf(i));
  await tell('mutation ($products: [ProductInput!]!) { upsertProducts(products: $products) { sku } }', { products: skus.map((sku) => ({ sku, name: sku })) });
  for (const [minQuantity, unitPrice] of [['1', '9.95'], ['10', '8.5'], ['100', '7.25']]) {
    await tell('mutation ($prices: [PriceInput!]!) { upsertPrices(priceList: "default", prices: $prices) { version } }', { prices: skus.map((sku) => ({ sku, minQuantity, unitPrice })) });
  }
  await tell('mutation ($input: PromotionInput!) { upsertPromotion(input: $input) { id } }', { input: { id: 'lines', name: 'Lines', level: 'LINE', kind: 'PERCENT', percentOff: '5', skus: skus.filter((_, i) => i % 3 === 0) } });
  await tell('mutation ($input: PromotionInput!) { upsertPromotion(input: $input) { id } }', { input: { id: 'cart', name: 'Cart', level: 'CART', kind: 'PERCENT', percentOff: '3' } });
}
