import type { StateFile } from '../load/state-file.ts';
import type { Product } from './ask.ts';

const BEGIN = 'mutation Begin($priceList: String!, $currency: CurrencyCode) { beginPriceListLoad(priceList: $priceList, currency: $currency) { id } }';
const PUBLISH = 'mutation Publish($loadId: ID!) { publishPriceListLoad(loadId: $loadId) { version } }';
const ABANDON = 'mutation Abandon($loadId: ID!) { abandonPriceListLoad(loadId: $loadId) { state } }';

export interface SwapState {
  readonly loadId: string;
}

/** The load an earlier run began, or a new one. */
export async function beginSwap(product: Product, priceList: string, currency: string | undefined, state: StateFile<SwapState>): Promise<string> {
  if (state.earlier) return state.earlier.loadId;
  const { beginPriceListLoad } = await product.ask<{ beginPriceListLoad: { id: string } }>(BEGIN, { priceList, currency });
  state.save({ loadId: beginPriceListLoad.id });
  return beginPriceListLoad.id;
}

/** All rows are there: from now on everybody sees them. */
export async function publishSwap(product: Product, loadId: string, state: StateFile<SwapState>): Promise<number> {
  const { publishPriceListLoad } = await product.ask<{ publishPriceListLoad: { version: number } }>(PUBLISH, { loadId });
  state.clear();
  return publishPriceListLoad.version;
}

export async function abandonSwap(product: Product, loadId: string, state: StateFile<SwapState>): Promise<void> {
  await product.ask(ABANDON, { loadId });
  state.clear();
}
