import { lineTotal, microFrom, minorFrom, moneyOf, sum } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { seesNetPrices, type Viewer } from '#kernel/viewer.ts';
import type { FrozenLine, FrozenQuote } from './freeze-quote.ts';
import type { ExplanationStep } from './price-quote.ts';

export interface Prices {
  readonly quantityMicro: bigint;
  readonly unitMicro?: bigint | null;
  readonly overrideUnitMicro?: bigint | null;
  readonly totalMinor?: bigint | null;
  readonly explanation: readonly ExplanationStep[];
}

/** A line's prices as the viewer may see them: without the right to net prices, what the list said. A custom item has no other price than its own. [CART-29, NOTIF-07] */
export function shownPrices<Line extends Prices>(viewer: Viewer | null, line: Line, currency: string): Line {
  const list = listStep(line.explanation);
  if (!list || seesNetPrices(viewer)) return line;
  const unitMicro = microFrom(list.unitPriceAfter.amount);
  return { ...line, unitMicro, overrideUnitMicro: null, totalMinor: lineTotal(unitMicro, fromMicro(line.quantityMicro), currency), explanation: [list] };
}

export const shownSubtotal = (viewer: Viewer | null, lines: readonly Prices[], currency: string): bigint =>
  sum(lines.map((line) => shownPrices(viewer, line, currency).totalMinor ?? 0n));

/** The same of a revision, which is kept as text. */
export function shownRevision<Frozen extends FrozenQuote>(viewer: Viewer | null, frozen: Frozen): Frozen {
  if (seesNetPrices(viewer)) return frozen;
  const { currency } = frozen;
  const lines = frozen.lines.map((line) => atListPrice(line, currency));
  const subtotalMinor = sum(lines.map((line) => (line.total ? minorFrom(line.total.amount, currency) : 0n)));
  const totalMinor = subtotalMinor + minorFrom(frozen.taxTotal.amount, currency);
  return { ...frozen, lines, subtotal: moneyOf(subtotalMinor, currency), total: moneyOf(totalMinor, currency) };
}

function atListPrice(line: FrozenLine, currency: string): FrozenLine {
  const list = listStep(line.explanation);
  if (!list) return line;
  const totalMinor = lineTotal(microFrom(list.unitPriceAfter.amount), line.quantity, currency);
  return { ...line, unitPrice: list.unitPriceAfter.amount, total: moneyOf(totalMinor, currency), explanation: [list] };
}

/** Without its note, which may name the tier ahead. */
function listStep(explanation: readonly ExplanationStep[]): ExplanationStep | undefined {
  const list = explanation.find((step) => step.kind === 'LIST');
  return list && { ...list, note: null };
}
