import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { sessionWith, type Session } from '../tests/support/session.ts';
import type { Arm, Claim } from './support/claim.ts';
import { startProduct, type Product } from './support/product.ts';
import { openRawCarts } from './support/raw-carts.ts';
import { rateOf } from './support/rate.ts';
import { alternate } from './support/rounds.ts';

const ROWS = 1_000;
const FILES = 4;
const skuOf = (n: number): string => `BENCH-${n}`;
const CSV = ['CUST_NUM,INV_NUM,UOM,QTY', ...Array.from({ length: ROWS }, (_, n) => `,${skuOf(n)},EA,${1 + (n % 9)}`)].join('\n');
const PARSE = 'query ($content: String!) { parseDirectEntryCsv(content: $content) { rows { customerPartNumber partNumber uom quantity selected name problem } } }';
const ADD = 'mutation ($rows: [DirectEntryRow!]!) { addDirectEntry(rows: $rows) { id version total { amount } } }';

export const csvToCart: Claim = {
  name: 'csv-to-cart',
  about: 'rows a second from a CSV file of 1,000 lines to a cart, priced and durable, in two requests; beside bare inserts of the same lines',
  async run() {
    await using product = await startProduct({ CARTWRIGHT_CARTS_DIRECT_ENTRY: 'true', CARTWRIGHT_CARTS_DIRECT_ENTRY_MAX_ROWS: String(ROWS) });
    await load(product);
    using raw = openRawCarts(product.folder);

    const form: Arm = { name: 'file to form', measure: () => rateOf(() => files(async () => void (await parse(await newBuyer(product)))), product) };
    const whole: Arm = {
      name: 'file to cart',
      measure: () =>
        rateOf(() => files(async () => {
          const buyer = await newBuyer(product);
          const { rows } = (await parse(buyer)).parseDirectEntryCsv;
          await buyer.ask(ADD, { rows: rows.map(({ name: _name, problem: _problem, ...row }: Record<string, unknown>) => row) });
        }), product),
    };
    const driver: Arm = { name: 'raw driver', measure: () => rateOf(() => files(async () => raw.addLines(viewerOf(), ROWS))) };
    const measured = await alternate([form, whole, driver]);
    return [measured.compare('file to cart', 'raw driver', 'rate', '/s', { ratioAtLeast: 0.25 }), measured.compare('file to form', 'raw driver', 'rate', '/s'), measured.compare('file to cart', 'raw driver', 'CPU each', 'ms')];
  },
};

const parse = (buyer: Session) => buyer.ask(PARSE, { content: CSV });

/** @returns how many rows */
async function files(loadFile: () => Promise<void>): Promise<number> {
  for (let file = 0; file < FILES; file++) await loadFile();
  return FILES * ROWS;
}

const viewerOf = (): Viewer => ({ id: newId(), kind: 'BUYER', accountId: newId(), permissions: ['VIEW_NET_PRICE'] });
const newBuyer = async (product: Product): Promise<Session> => sessionWith(product.url, await product.tokenOf(viewerOf()));

async function load(product: Product): Promise<void> {
  const seller = sessionWith(product.url, await product.tokenOf({ id: 'bench', kind: 'ADMINISTRATOR', accountId: 'seller', permissions: [] }));
  const skus = Array.from({ length: ROWS }, (_, n) => skuOf(n));
  await seller.ask('mutation ($products: [ProductInput!]!) { upsertProducts(products: $products) { sku } }', { products: skus.map((sku) => ({ sku, name: sku })) });
  await seller.ask('mutation ($prices: [PriceInput!]!) { upsertPrices(priceList: "default", prices: $prices) { code } }', { prices: skus.map((sku) => ({ sku, unitPrice: '6.95' })) });
}
