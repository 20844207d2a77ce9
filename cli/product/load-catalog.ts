import { loadHalving, type Loadable } from '../load/halve.ts';
import type { RowError } from '../load/row.ts';
import type { CatalogValue, PriceRecord } from '../own/catalog-row.ts';
import type { Product } from './ask.ts';

const PRODUCTS = /* GraphQL */ `
  mutation LoadProducts($products: [ProductInput!]!) {
    upsertProducts(products: $products) { sku }
  }
`;

const PRICES = /* GraphQL */ `
  mutation LoadPrices($priceList: String!, $prices: [PriceInput!]!) {
    upsertPrices(priceList: $priceList, prices: $prices) { code }
  }
`;

const MOST_PRICES = 1_000;
const STOCKS_AT_ONCE = 50;

/** Loads what the rows say, products first: prices and stock name them. A row refused in one step takes no part in the next. */
export async function loadCatalog(product: Product, priceList: string, rows: readonly Loadable<CatalogValue>[]): Promise<RowError[]> {
  const refused: RowError[] = [];
  const left = (): Loadable<CatalogValue>[] => rows.filter(({ row }) => !refused.some((each) => each.row === row));

  const products = left().filter(({ value }) => value.product);
  refused.push(...(await loadHalving(products, (values) => product.ask(PRODUCTS, { products: lastOfEach(values) }))));
  const priced = left().filter(({ value }) => value.prices.length > 0);
  refused.push(...(await loadHalving(priced, (values) => loadPrices(product, priceList, values.flatMap(({ prices }) => prices)))));
  refused.push(...(await adjustStocks(product, left())));
  return refused;
}

export async function loadPrices(product: Product, priceList: string, prices: readonly PriceRecord[]): Promise<void> {
  for (let i = 0; i < prices.length; i += MOST_PRICES) await product.ask(PRICES, { priceList, prices: prices.slice(i, i + MOST_PRICES) });
}

/** A load names a SKU once; of several rows of one product the last one counts. */
const lastOfEach = (values: readonly CatalogValue[]) => [...new Map(values.flatMap(({ product }) => (product ? [[product.sku, product] as const] : []))).values()];

async function adjustStocks(product: Product, rows: readonly Loadable<CatalogValue>[]): Promise<RowError[]> {
  const counted = rows.flatMap(({ row, value }) => (value.stock ? [{ row, ...value.stock }] : []));
  const refused: RowError[] = [];
  for (let i = 0; i < counted.length; i += STOCKS_AT_ONCE) {
    const some = counted.slice(i, i + STOCKS_AT_ONCE);
    const { errors = [] } = await product.answer(stockDocument(some.length), Object.fromEntries(some.flatMap(({ sku, onHand }, n) => [[`sku${n}`, sku], [`onHand${n}`, onHand]])));
    for (const { message, path, extensions } of errors) {
      const row = some[Number(String(path?.[0]).slice(1))]?.row;
      if (row === undefined) throw new Error(message);
      refused.push({ row, code: extensions?.code ?? 'INTERNAL', message });
    }
  }
  return refused;
}

/** One field a product: each is refused on its own. */
function stockDocument(count: number): string {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const variables = numbers.map((n) => `$sku${n}: String!, $onHand${n}: Decimal!`).join(', ');
  return `mutation CountStock(${variables}) { ${numbers.map((n) => `s${n}: adjustStock(sku: $sku${n}, onHand: $onHand${n}) { sku }`).join(' ')} }`;
}
