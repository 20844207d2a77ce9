import { lineTotal, moneyOf, microFrom, sum, minorFrom, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { FrozenLine, FrozenQuote } from './freeze-quote.ts';
import type { ExplanationStep } from './priced-answer.ts';

interface Priced {
  readonly quantityMicro: bigint;
  readonly listUnitMicro?: bigint | null;
  readonly unitMicro?: bigint | null;
  readonly overrideUnitMicro?: bigint | null;
  readonly agreementId?: string | null;
  readonly totalMinor?: bigint | null;
  readonly discountMinor: bigint;
  readonly explanation: readonly ExplanationStep[];
}

/** What somebody without the right to net prices sees of a line: the list price, and no discount. A custom item has but one price. [CART-29] */
export function atListPrice<Line extends Priced>(line: Line, currency: string): Line {
  if (line.listUnitMicro == null) return line;
  return {
    ...line,
    unitMicro: line.listUnitMicro,
    overrideUnitMicro: null,
    agreementId: null,
    totalMinor: lineTotal(line.listUnitMicro, fromMicro(line.quantityMicro), currency),
    discountMinor: 0n,
    explanation: listStepOf(line.explanation),
  };
}

interface Totals {
  readonly subtotalMinor: bigint;
  readonly discountTotalMinor: bigint;
  readonly shippingTotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly totalMinor: bigint;
}

/** The totals that belong to lines at list price: they add up, and no difference tells what was taken off. */
export function totalsAtListPrice<T extends Totals & { readonly pricing: { readonly pricesIncludeTax: boolean } }>(quote: T, lines: readonly { readonly totalMinor?: bigint | null }[]): T {
  const subtotalMinor = sum(lines.map((line) => line.totalMinor ?? 0n));
  const upon = quote.pricing.pricesIncludeTax ? 0n : quote.taxTotalMinor;
  return { ...quote, subtotalMinor, discountTotalMinor: 0n, totalMinor: sum([subtotalMinor, quote.shippingTotalMinor, upon]) };
}

/** The same for what was kept of a quote. */
export function frozenAtListPrice(frozen: FrozenQuote): FrozenQuote {
  const { currency } = frozen;
  const lines = frozen.lines.map((line) => frozenLineAtListPrice(line, currency));
  const minor = (money: Money): bigint => minorFrom(money.amount, currency);
  const totals = {
    subtotalMinor: minor(frozen.subtotal),
    discountTotalMinor: 0n,
    shippingTotalMinor: minor(frozen.shippingTotal),
    taxTotalMinor: minor(frozen.taxTotal),
    totalMinor: minor(frozen.total),
    pricing: frozen,
  };
  const shown = totalsAtListPrice(totals, lines.map((line) => ({ totalMinor: line.total && minor(line.total) })));
  return { ...frozen, lines, agreementId: null, adjustments: [], subtotal: moneyOf(shown.subtotalMinor, currency), discountTotal: moneyOf(0n, currency), total: moneyOf(shown.totalMinor, currency) };
}

function frozenLineAtListPrice(line: FrozenLine, currency: string): FrozenLine {
  const [list] = listStepOf(line.explanation);
  if (!list) return line;
  const unitPrice = list.unitPriceAfter.amount;
  return { ...line, unitPrice, agreementId: null, total: moneyOf(lineTotal(microFrom(unitPrice), line.quantity, currency), currency), discount: moneyOf(0n, currency).amount, explanation: [list] };
}

/** Without the prices that lost, which were offers too, and without its note, which may name the tier ahead. */
const listStepOf = (steps: readonly ExplanationStep[]): ExplanationStep[] => steps.filter((step) => step.kind === 'LIST').map((step) => ({ ...step, delta: step.unitPriceAfter, losers: null, note: null }));
