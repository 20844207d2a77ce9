import { unitMoneyOf, type Money } from '#kernel/money.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { FoundPrice, PriceStep } from './find-price.ts';

export interface ShownStep {
  readonly kind: string;
  readonly source: string;
  readonly delta: Money;
  readonly unitPriceAfter: Money;
  readonly note: string | null;
}

export function showSteps(steps: readonly PriceStep[], currency: string): ShownStep[] {
  return steps.map(({ kind, source, deltaMicro, afterMicro, note }) => ({
    kind,
    source,
    delta: unitMoneyOf(deltaMicro, currency),
    unitPriceAfter: unitMoneyOf(afterMicro, currency),
    note,
  }));
}

/** Business buyers need a permission to see what they pay; everybody else sees it. [CART-29] */
export const seesNetPrice = (viewer: Viewer | null): boolean => viewer?.kind !== 'BUYER' || viewer.permissions.includes('VIEW_NET_PRICE');

/** The price as someone sees it who may know the list price alone: nothing in it tells of a better one. */
export function listPriceOnly({ listPriceMicro, steps }: FoundPrice): FoundPrice {
  return {
    listPriceMicro,
    unitPriceMicro: listPriceMicro,
    steps: steps.filter(({ kind }) => kind === 'LIST').map((step) => ({ ...step, note: null })),
    validUntil: null,
  };
}
