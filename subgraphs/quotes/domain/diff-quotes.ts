import type { Money } from '#kernel/money.ts';
import { minorFrom, moneyOf } from '#kernel/money.ts';
import type { FrozenLine, FrozenQuote } from './freeze-quote.ts';

export const LINE_CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type LineChangeKind = (typeof LINE_CHANGES)[number];

export interface LineDiff {
  readonly lineId: string;
  readonly kind: LineChangeKind;
  /** What is different about a line that is in both, by its fields. */
  readonly changed: readonly string[];
  readonly before: FrozenLine | null;
  readonly after: FrozenLine | null;
}

export interface AmountDiff {
  readonly name: string;
  readonly before: Money;
  readonly after: Money;
  readonly difference: Money;
}

export interface TermDiff {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface QuoteDiff {
  readonly lines: readonly LineDiff[];
  readonly amounts: readonly AmountDiff[];
  readonly terms: readonly TermDiff[];
}

const AMOUNTS = ['subtotal', 'discountTotal', 'shippingTotal', 'taxTotal', 'total'] as const;
const TERMS = ['agreementId', 'promotionCodes', 'shippingMethod', 'freight', 'paymentTerm', 'expiresAt'] as const;
const FIELDS = ['sku', 'description', 'quantity', 'uom', 'agreementId', 'unitPrice', 'targetPrice', 'total', 'discount'] as const;

/** What is different between two moments of one quote, and nothing else: lines in the order of the later one, those gone after them. */
export function diffQuotes(before: FrozenQuote, after: FrozenQuote): QuoteDiff {
  return { lines: diffLines(before.lines, after.lines), amounts: diffAmounts(before, after), terms: diffTerms(before, after) };
}

function diffLines(before: readonly FrozenLine[], after: readonly FrozenLine[]): LineDiff[] {
  const earlier = new Map(before.map((line) => [line.lineId, line]));
  const later = new Set(after.map((line) => line.lineId));
  const here = after.flatMap((line): LineDiff[] => {
    const old = earlier.get(line.lineId);
    if (!old) return [{ lineId: line.lineId, kind: 'ADDED', changed: [], before: null, after: line }];
    const changed: string[] = FIELDS.filter((field) => textOf(old[field]) !== textOf(line[field]));
    if (JSON.stringify(old.configuration ?? null) !== JSON.stringify(line.configuration ?? null)) changed.push('configuration');
    return changed.length === 0 ? [] : [{ lineId: line.lineId, kind: 'CHANGED', changed, before: old, after: line }];
  });
  const gone = before.filter((line) => !later.has(line.lineId));
  return [...here, ...gone.map((line): LineDiff => ({ lineId: line.lineId, kind: 'REMOVED', changed: [], before: line, after: null }))];
}

function diffAmounts(before: FrozenQuote, after: FrozenQuote): AmountDiff[] {
  const minor = ({ amount, currency }: Money): bigint => minorFrom(amount, currency);
  return AMOUNTS.filter((name) => before[name].amount !== after[name].amount).map((name) => ({
    name,
    before: before[name],
    after: after[name],
    difference: moneyOf(minor(after[name]) - minor(before[name]), after.currency),
  }));
}

function diffTerms(before: FrozenQuote, after: FrozenQuote): TermDiff[] {
  return TERMS.map((name) => ({ name, before: textOf(before[name] ?? null), after: textOf(after[name] ?? null) })).filter((term) => term.before !== term.after);
}

function textOf(value: string | Money | readonly string[] | null): string | null {
  if (value === null || typeof value === 'string') return value;
  if ('amount' in value) return value.amount;
  return value.length === 0 ? null : value.join(', ');
}
