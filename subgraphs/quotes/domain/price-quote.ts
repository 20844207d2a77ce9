import { refuse } from '#kernel/errors.ts';
import { lineTotal, microFrom, sum, unitMoneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';

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
  readonly problem: 'UNKNOWN_SKU' | 'UNKNOWN_UOM' | 'QUANTITY_INVALID' | 'QUANTITY_INDIVISIBLE' | 'PRICE_NOT_FOUND' | 'PRICE_UNAVAILABLE' | null;
  readonly name: string | null;
  readonly currency: string | null;
  readonly listPrice: string | null;
  readonly unitPrice: string | null;
  readonly explanation: readonly ExplanationStep[];
}

/** A line before it is priced. Without a SKU it is a custom item, which only a sales rep can price. [QUOTE-47] */
export interface DraftLine {
  readonly id: string;
  readonly position: number;
  readonly sku: string | null;
  readonly description: string | null;
  readonly quantityMicro: bigint;
  readonly uom: string | null;
  readonly overrideUnitMicro: bigint | null;
}

export interface PricedLine extends DraftLine {
  readonly uom: string;
  readonly listUnitMicro: bigint | null;
  /** Null while nobody has priced a custom item. */
  readonly unitMicro: bigint | null;
  readonly totalMinor: bigint | null;
  readonly explanation: ExplanationStep[];
}

const CUSTOM_UOM = 'EA';
const SENTENCES = {
  UNKNOWN_SKU: 'There is no such product.',
  UNKNOWN_UOM: 'The product is not sold in this unit of measure.',
  QUANTITY_INVALID: 'This quantity cannot be sold.',
  QUANTITY_INDIVISIBLE: 'The product is sold in whole units only.',
  PRICE_NOT_FOUND: 'There is no price for this product.',
  PRICE_UNAVAILABLE: 'The price could not be had just now; try again in a moment.',
} as const;

/** Prices all lines; `offers` belong to the lines with a SKU, in their order. Refuses what the catalog cannot price. */
export function priceLines(lines: readonly DraftLine[], offers: readonly Offer[], currency: string): PricedLine[] {
  const waiting = [...offers];
  return lines.map((line) => (line.sku === null ? priceCustomItem(line, currency) : priceProduct(line, waiting.shift(), currency)));
}

function priceCustomItem(line: DraftLine, currency: string): PricedLine {
  const priced = { ...line, uom: line.uom ?? CUSTOM_UOM, listUnitMicro: null };
  if (line.overrideUnitMicro === null) return { ...priced, unitMicro: null, totalMinor: null, explanation: [] };
  return { ...priced, ...atUnitPrice(line, line.overrideUnitMicro, currency), explanation: [overrideStep(0n, line.overrideUnitMicro, currency)] };
}

function priceProduct(line: DraftLine, offer: Offer | undefined, currency: string): PricedLine {
  const problem = offer?.problem ?? (offer?.unitPrice == null || offer.listPrice === null ? 'PRICE_NOT_FOUND' : null);
  if (problem !== null) throw refuse(problem, `${line.sku}: ${SENTENCES[problem]}`, { sku: line.sku, uom: line.uom, quantity: fromMicro(line.quantityMicro) });
  const { unitPrice, listPrice, uom, name, explanation } = offer as Offer & { unitPrice: string; listPrice: string };
  if (offer?.currency !== currency) throw refuse('AMOUNT_CURRENCY_MISMATCH', `The quote is in ${currency}.`, { currency, other: offer?.currency });
  const offered = microFrom(unitPrice);
  const override = line.overrideUnitMicro;
  return {
    ...line,
    uom,
    description: name,
    listUnitMicro: microFrom(listPrice),
    ...atUnitPrice(line, override ?? offered, currency),
    explanation: override === null ? [...explanation] : [...explanation, overrideStep(offered, override, currency)],
  };
}

function atUnitPrice(line: DraftLine, unitMicro: bigint, currency: string): { unitMicro: bigint; totalMinor: bigint } {
  return { unitMicro, totalMinor: lineTotal(unitMicro, fromMicro(line.quantityMicro), currency) };
}

/** The rep's word is a step of the waterfall like any other, so that the steps still add up to the unit price. */
function overrideStep(before: bigint, after: bigint, currency: string): ExplanationStep {
  return { kind: 'OVERRIDE', source: 'sales rep', delta: unitMoneyOf(after - before, currency), unitPriceAfter: unitMoneyOf(after, currency), note: null };
}

export interface QuoteTotals {
  readonly subtotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly unpricedLines: number;
}

/** Totals are sums of rounded lines; custom items without a price count nothing yet. */
export function totalsOf(lines: readonly { readonly totalMinor?: bigint | null }[]): QuoteTotals {
  const subtotalMinor = sum(lines.map((line) => line.totalMinor ?? 0n));
  return { subtotalMinor, taxTotalMinor: 0n, totalMinor: subtotalMinor, unpricedLines: lines.filter((line) => line.totalMinor == null).length };
}
