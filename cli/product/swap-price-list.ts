import type { StateFile } from '../load/state-file.ts';
import type { Product } from './ask.ts';

const BEGIN = 'mutation Begin($priceList: String!, $currency: CurrencyCode, $tierRule: TierRule) { beginPriceListLoad(priceList: $priceList, currency: $currency, tierRule: $tierRule) { id } }';
const PUBLISH = 'mutation Publish($loadId: ID!) { publishPriceListLoad(loadId: $loadId) { version } }';
const ABANDON = 'mutation Abandon($loadId: ID!) { abandonPriceListLoad(loadId: $loadId) { state } }';

export interface SwapState {
  readonly loadId: string;
}

/** What a list is that is made now. */
export interface NewList {
  readonly priceList: string;
  readonly currency?: string;
  readonly tierRule?: string;
}

/** The load an earlier run began, or a new one. */
export async function beginSwap(product: Product, wanted: NewList, state: StateFile<SwapState>): Promise<string> {
  if (state.earlier) return state.earlier.loadId;
  const { beginPriceListLoad } = await product.ask<{ beginPriceListLoad: { id: string } }>(BEGIN, { ...wanted });
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
