import type { Counted } from '../availability.ts';
import { makeable, type Part } from '../expand-kits.ts';
import type { PricingFacts } from './pricing-facts.ts';

/** How many of a model can be put together as it was configured. */
export function makeableOf({ products }: Pick<PricingFacts, 'products'>, sku: string, configured: readonly Part[]): Counted | undefined {
  const parts = new Map<string, readonly Part[]>();
  const shelf = new Map<string, Counted>();
  for (const [each, { parts: own, stock }] of products) {
    if (own) parts.set(each, own);
    else if (stock) shelf.set(each, stock);
  }
  return makeable(sku, parts.set(sku, configured), shelf, products.get(sku)?.indivisible ?? false);
}
