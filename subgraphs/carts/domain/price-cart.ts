import { lineTotal, microFrom, sum, unitMoneyOf, type Money } from '#kernel/money.ts';
import { compare, fromMicro, plus } from '#kernel/quantity.ts';

export interface ExplanationStep {
  readonly kind: string;
  readonly source: string;
  readonly delta: Money;
  readonly unitPriceAfter: Money;
  readonly note?: string | null;
}

/** What the catalog says of one line: a price with its way there, or why there is none. */
export interface Offer {
  readonly sku: string;
  readonly uom: string;
  readonly problem: string | null;
  readonly name: string | null;
  readonly currency: string | null;
  readonly listPrice: string | null;
  readonly unitPrice: string | null;
  readonly explanation: readonly ExplanationStep[];
  /** Decimal text; null when stock of the product is not tracked. */
  readonly available: string | null;
  /** An outside inventory system did not say. */
  readonly stockUnknown?: boolean | null;
}

export interface CartProblem {
  readonly code: string;
  readonly message: string;
  readonly lineId: string | null;
}

export interface UnpricedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly uom: string;
}

export interface LinePrice {
  readonly uom: string;
  readonly listUnitMicro: bigint;
  readonly unitMicro: bigint;
  readonly totalMinor: bigint;
  readonly explanation: ExplanationStep[];
}

/** The price of one line by its offer; undefined when the catalog has no price for it now. */
export function priceLine(line: UnpricedLine, offer: Offer): LinePrice | undefined {
  if (offer.problem !== null || offer.unitPrice === null || offer.listPrice === null || offer.currency === null) return undefined;
  const unitMicro = microFrom(offer.unitPrice);
  return {
    uom: offer.uom,
    listUnitMicro: microFrom(offer.listPrice),
    unitMicro,
    totalMinor: lineTotal(unitMicro, fromMicro(line.quantityMicro), offer.currency),
    explanation: [...offer.explanation],
  };
}

/** What the buyer should know before ordering: lines without a price, lines whose price moved, too little stock. */
export function findProblems(
  lines: readonly (UnpricedLine & { unitMicro: bigint })[],
  offers: readonly Offer[],
  before: ReadonlyMap<string, bigint>,
  currency: string,
): CartProblem[] {
  const problems: CartProblem[] = [];
  const wanted = new Map<string, string>();
  for (const line of lines) wanted.set(line.sku, plus(wanted.get(line.sku) ?? '0', fromMicro(line.quantityMicro)));
  lines.forEach((line, i) => {
    const offer = offers[i];
    if (!offer || offer.problem !== null) {
      problems.push({ code: offer?.problem ?? 'PRICE_NOT_FOUND', message: `${line.sku} cannot be priced now; remove it or try later.`, lineId: line.id });
      return;
    }
    const earlier = before.get(line.id);
    if (earlier !== undefined && earlier !== line.unitMicro) {
      const [from, to] = [unitMoneyOf(earlier, currency).amount, unitMoneyOf(line.unitMicro, currency).amount];
      problems.push({ code: 'PRICE_CHANGED', message: `The price of ${line.sku} moved from ${from} to ${to} ${currency}.`, lineId: line.id });
    }
    if (offer.stockUnknown) {
      problems.push({ code: 'AVAILABILITY_UNKNOWN', message: `Whether so much of ${line.sku} can be had is not known now; try again in a moment.`, lineId: line.id });
    }
    if (offer.available !== null && compare(wanted.get(line.sku) ?? '0', offer.available) > 0) {
      problems.push({ code: 'INSUFFICIENT_STOCK', message: `${offer.available} of ${line.sku} are available.`, lineId: line.id });
    }
  });
  return problems;
}

/** A price that moved stays named until the next edit, also when it is looked up again and stands still. */
export function keepUnseen(problems: readonly CartProblem[], moved: readonly CartProblem[]): CartProblem[] {
  const named = new Set(problems.filter((problem) => problem.code === 'PRICE_CHANGED').map((problem) => problem.lineId));
  return [...moved.filter((problem) => !named.has(problem.lineId)), ...problems];
}

/** Problems that stop an order; a moved price only has to be seen, and the price hash sees to that. */
export const blocking = (problems: readonly CartProblem[]): CartProblem | undefined => problems.find((problem) => problem.code !== 'PRICE_CHANGED');

export interface CartTotals {
  readonly subtotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly shippingTotalMinor: bigint;
  readonly totalMinor: bigint;
}

/** Totals are sums of rounded lines. */
export function totalsOf(lines: readonly { totalMinor: bigint }[]): CartTotals {
  const subtotalMinor = sum(lines.map((line) => line.totalMinor));
  return { subtotalMinor, taxTotalMinor: 0n, shippingTotalMinor: 0n, totalMinor: subtotalMinor };
}

/** What somebody without the right to net prices sees of a line: the list price, and no discount. [CART-29] */
export function atListPrice<Line extends UnpricedLine & LinePrice>(line: Line, currency: string): Line {
  return {
    ...line,
    unitMicro: line.listUnitMicro,
    totalMinor: lineTotal(line.listUnitMicro, fromMicro(line.quantityMicro), currency),
    explanation: line.explanation.filter((step) => step.kind === 'LIST').map((step) => ({ ...step, note: null })), // a note names the tier ahead
  };
}

/** What somebody without the right to net prices hears of a price that moved: not from where to where. [CART-29] */
export const withoutAmounts = (problem: CartProblem): CartProblem => (problem.code === 'PRICE_CHANGED' ? { ...problem, message: 'The price of this line moved.' } : problem);
