import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import type { PriceItem } from '../outside/ports.ts';

const MOST = 1_000;

/** The outside price system says that prices moved: the next question goes to it. Called twice, there is nothing left to forget. [EXT-12] */
export function forgetOutsidePrices({ outside }: CatalogContext, items: readonly PriceItem[]): number {
  refuseTooMany(items);
  return outside.prices?.forget(items) ?? 0;
}

/** Likewise the inventory system. [EXT-12] */
export function forgetOutsideStock({ outside }: CatalogContext, skus: readonly string[]): number {
  refuseTooMany(skus);
  return outside.inventory?.forget(skus) ?? 0;
}

function refuseTooMany(items: readonly unknown[]): void {
  if (items.length === 0 || items.length > MOST) throw refuse('BAD_USER_INPUT', `Name from 1 to ${MOST} at once.`, { items: items.length });
}
