import { unitMoneyOf, type Money } from '#kernel/money.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { UnitPricedLine } from './engine/priced-document.ts';
import type { Step } from './engine/waterfall.ts';

export interface ShownStep {
  readonly kind: string;
  readonly source: string;
  readonly sourceVersion: number | null;
  readonly delta: Money;
  readonly unitPriceAfter: Money;
  readonly note: string | null;
  readonly losers: ShownCandidate[];
}

export interface ShownCandidate {
  readonly source: string;
  readonly unitPrice: Money;
  readonly reason: string;
}

export function showSteps(steps: readonly Step[], currency: string): ShownStep[] {
  return steps.map(({ kind, source, sourceVersion, deltaMicro, afterMicro, note, losers }) => ({
    kind,
    source,
    sourceVersion,
    delta: unitMoneyOf(deltaMicro, currency),
    unitPriceAfter: unitMoneyOf(afterMicro, currency),
    note,
    losers: losers.map(({ unitMicro, ...loser }) => ({ ...loser, unitPrice: unitMoneyOf(unitMicro, currency) })),
  }));
}

/** Business buyers need a permission to see what they pay; everybody else sees it. [CART-29] */
export const seesNetPrice = (viewer: Viewer | null): boolean => viewer?.kind !== 'BUYER' || viewer.permissions.includes('VIEW_NET_PRICE');

/** The price as someone sees it who may know the list price alone: nothing in it tells of a better one. */
export const listPriceOnly = (line: UnitPricedLine): UnitPricedLine => ({
  ...line,
  unitMicro: line.listMicro,
  steps: line.steps.filter(({ kind }) => kind === 'LIST').map((step) => ({ ...step, deltaMicro: step.afterMicro, note: null, losers: [] })),
  validUntil: null,
});
