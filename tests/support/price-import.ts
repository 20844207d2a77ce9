import type { Session } from './session.ts';

export interface PriceImport {
  readonly products: number;
  readonly tiers: number;
}

const CHUNK = 1_000;
const PRODUCTS = 'mutation ($products: [ProductInput!]!) { loadProducts(products: $products) { refused } }';
const BEGIN = 'mutation { beginPriceListLoad(priceList: "default") { id } }';
const LOAD = 'mutation ($loadId: ID!, $prices: [PriceInput!]!) { loadPrices(loadId: $loadId, prices: $prices) { accepted refused } }';
const PUBLISH = 'mutation ($loadId: ID!) { publishPriceListLoad(loadId: $loadId) { version } }';

export const skuOf = (n: number): string => `SWAP-${String(n).padStart(6, '0')}`;

export async function loadSwapProducts(seller: Session, { products }: PriceImport): Promise<void> {
  for (let from = 0; from < products; from += CHUNK) {
    const some = Array.from({ length: Math.min(CHUNK, products - from) }, (_, i) => ({ sku: skuOf(from + i), name: `Swapped ${from + i}` }));
    const { loadProducts } = await seller.ask(PRODUCTS, { products: some });
    if (loadProducts.refused > 0) throw new Error('The products could not be loaded.');
  }
}

/** Replaces the whole list by one in which everything costs the same: who sees two prices at once sees a mix. @returns rows a second */
export async function swapPrices(seller: Session, { products, tiers }: PriceImport, unitPrice: string): Promise<number> {
  const began = performance.now();
  const { id: loadId } = (await seller.ask(BEGIN)).beginPriceListLoad;
  const rows = products * tiers;
  for (let from = 0; from < rows; from += CHUNK) {
    const prices = Array.from({ length: Math.min(CHUNK, rows - from) }, (_, i) => ({
      sku: skuOf(Math.floor((from + i) / tiers)),
      minQuantity: String(1 + ((from + i) % tiers)),
      unitPrice,
    }));
    const { loadPrices } = await seller.ask(LOAD, { loadId, prices });
    if (loadPrices.accepted !== prices.length) throw new Error('Prices were refused.');
  }
  await seller.ask(PUBLISH, { loadId });
  return rows / ((performance.now() - began) / 1_000);
}
