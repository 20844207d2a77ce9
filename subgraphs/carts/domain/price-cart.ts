import { lineTotal, microFrom, minorFrom, moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import type { PartyUsage } from '#kernel/party-usage.ts';
import { compare, fromMicro, plus } from '#kernel/quantity.ts';

export interface ExplanationStep {
  readonly kind: string;
  readonly source: string;
  readonly delta: Money;
  readonly unitPriceAfter: Money;
  readonly note?: string | null;
  readonly sourceVersion?: number | null;
  /** Prices that could have been, each with its reason; as the catalog tells them. */
  readonly losers?: readonly object[] | null;
}

export interface TaxAmount {
  readonly code: string;
  /** A fraction, decimal text. */
  readonly rate: string;
  readonly base: string;
  readonly amount: string;
}

/** Lines that travel together. */
export interface Shipment {
  readonly method: string;
  /** Null: where the cart goes. */
  readonly shipToId: string | null;
  readonly name: string | null;
  readonly charge: string;
  readonly problem: string | null;
}

/** What a total was made of, beside the lines; amounts are decimal text in the cart's currency. */
export interface CartPricing {
  readonly adjustments: readonly { readonly promotionId: string; readonly name: string; readonly code: string | null; readonly amount: string }[];
  readonly taxes: readonly TaxAmount[];
  readonly freeGoods: readonly { readonly sku: string; readonly uom: string; readonly quantity: string; readonly promotionId: string; readonly available: string | null }[];
  readonly promotionIds: readonly string[];
  readonly codesRefused: readonly { readonly code: string; readonly reason: string }[];
  readonly agreementsRefused: readonly { readonly id: string; readonly lineId: string | null; readonly reason: string }[];
  readonly paymentTerm: string | null;
  readonly pricesIncludeTax: boolean;
  /** Tax within the prices, taken off for who is exempt. */
  readonly taxRelief: string;
  /** What each way and address costs to ship to. */
  readonly shipments: readonly Shipment[];
  readonly shippingProblem: string | null;
  /** Under which lines of a large cart keep their prices; null: all are looked up with each change. */
  readonly standing: string | null;
}

export const NO_PRICING: CartPricing = { adjustments: [], taxes: [], freeGoods: [], promotionIds: [], codesRefused: [], agreementsRefused: [], paymentTerm: null, pricesIncludeTax: false, taxRelief: '0', shipments: [], shippingProblem: null, standing: null };

/** What the catalog says of one line: a price with its way there, or why there is none. */
export interface Offer {
  readonly sku: string;
  readonly uom: string;
  readonly problem: string | null;
  readonly configurationFault?: { readonly reason: string; readonly optionClass: string; readonly option: string | null } | null;
  readonly name: string | null;
  readonly itemType: string | null;
  readonly primaryUom: string | null;
  readonly listPrice: string | null;
  readonly unitPrice: string | null;
  readonly total: string | null;
  readonly discount: string;
  readonly taxes: readonly TaxAmount[];
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
  /** Where somebody must still be named. */
  readonly side?: PartyUsage;
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
  readonly discountMinor: bigint;
  readonly taxes: TaxAmount[];
  readonly explanation: ExplanationStep[];
}

/** The price of one line by its offer; undefined when the catalog has no price for it now. */
export function priceLine(offer: Offer, currency: string): LinePrice | undefined {
  if (offer.problem !== null || offer.unitPrice === null || offer.listPrice === null || offer.total === null) return undefined;
  return {
    uom: offer.uom,
    listUnitMicro: microFrom(offer.listPrice),
    unitMicro: microFrom(offer.unitPrice),
    totalMinor: minorFrom(offer.total, currency),
    discountMinor: minorFrom(offer.discount, currency),
    taxes: [...offer.taxes],
    explanation: [...offer.explanation],
  };
}

/** What the buyer should know before ordering: unknown taxes, lines without a price, lines whose price moved, too little stock. */
export function findProblems(
  lines: readonly (UnpricedLine & { unitMicro: bigint })[],
  { lines: offers, taxProblem }: { readonly lines: readonly Offer[]; readonly taxProblem: string | null },
  before: ReadonlyMap<string, bigint>,
  currency: string,
): CartProblem[] {
  const problems: CartProblem[] = taxProblem === null ? [] : [{ code: taxProblem, message: 'The taxes are not known now, and the total is without them; try again in a moment.', lineId: null }];
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
  readonly discountTotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly shippingTotalMinor: bigint;
  readonly totalMinor: bigint;
}

/** What a step of a price does to a line as a whole. */
export interface QuantityStep {
  readonly kind: string;
  readonly source: string;
  readonly perUnit: Money;
  readonly forQuantity: Money;
}

/** The way to the price of a line for its whole quantity: what each step adds, so rounded that they add up to the total of the line. [CART-30] */
export function stepsForQuantity({ explanation, quantityMicro }: UnpricedLine & LinePrice, currency: string): QuantityStep[] {
  let before = 0n;
  return explanation.map(({ kind, source, delta, unitPriceAfter }) => {
    const after = lineTotal(microFrom(unitPriceAfter.amount), fromMicro(quantityMicro), currency);
    const forQuantity = moneyOf(after - before, currency);
    before = after;
    return { kind, source, perUnit: delta, forQuantity };
  });
}

/** What somebody without the right to net prices sees of a line: the list price, and no discount. [CART-29] */
export function atListPrice<Line extends UnpricedLine & LinePrice>(line: Line, currency: string): Line {
  return {
    ...line,
    unitMicro: line.listUnitMicro,
    totalMinor: lineTotal(line.listUnitMicro, fromMicro(line.quantityMicro), currency),
    discountMinor: 0n,
    explanation: line.explanation.filter((step) => step.kind === 'LIST').map((step) => ({ ...step, delta: step.unitPriceAfter, note: null, losers: [] })),
  };
}

/** What somebody without the right to net prices hears of a price that moved: not from where to where. [CART-29] */
export const withoutAmounts = (problem: CartProblem): CartProblem => (problem.code === 'PRICE_CHANGED' ? { ...problem, message: 'The price of this line moved.' } : problem);
