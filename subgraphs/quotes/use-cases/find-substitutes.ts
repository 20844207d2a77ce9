import type { AskPeer } from '#kernel/peers.ts';
import { askSubstitutes } from '../peers/catalog.ts';

/** What the catalog knows to be had instead of each of these products, best first. */
export async function findSubstitutes(ask: AskPeer, skus: readonly string[]): Promise<(readonly string[])[]> {
  const substitutes = await askSubstitutes(ask, skus);
  return skus.map((sku) => substitutes.get(sku) ?? []);
}
