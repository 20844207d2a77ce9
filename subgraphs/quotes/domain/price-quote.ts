import { refuse } from '#kernel/errors.ts';
import { lineTotal, microFrom, minorFrom, sum, unitMoneyOf } from '#kernel/money.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { Adjustment, AnsweredLine, ExplanationStep, FreeGoods, PricedAnswer, Tax } from './priced-answer.ts';
import { priceHash } from './price-hash.ts';

/** A line before it is priced. Without a SKU it is a custom item, which only a sales rep can price. [QUOTE-47] */
export interface DraftLine {
  readonly id: string;
  readonly position: number;
  readonly sku: string | null;
  readonly description: string | null;
  readonly quantityMicro: bigint;
  readonly uom: string | null;
  /** An agreement of its own; wins over that of the quote. */
  readonly agreementId: string | null;
  readonly overrideUnitMicro: bigint | null;
  /** Who set that price, where it is not a sales rep. */
  readonly overrideBy?: string | null;
  readonly configuration?: OptionChoice[] | null;
  /** What the buyer would pay for one unit. */
  readonly targetUnitMicro: bigint | null;
}

export interface PricedLine extends DraftLine {
  readonly uom: string;
  readonly listUnitMicro: bigint | null;
  /** Null while nobody has priced a custom item. */
  readonly unitMicro: bigint | null;
  readonly totalMinor: bigint | null;
  /** Its part of what promotions took off the whole quote. */
  readonly discountMinor: bigint;
  readonly taxes: Tax[];
  readonly explanation: ExplanationStep[];
}

export interface QuoteTotals {
  readonly subtotalMinor: bigint;
  readonly discountTotalMinor: bigint;
  readonly shippingTotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly unpricedLines: number;
}

/** How the totals came about. */
export interface QuotePricing {
  readonly pricesIncludeTax: boolean;
  readonly paymentTerm: string | null;
  readonly taxRelief: string;
  readonly taxes: Tax[];
  readonly adjustments: Adjustment[];
  readonly promotionIds: string[];
  readonly freeGoods: FreeGoods[];
}

export interface PricedQuote {
  readonly currency: string;
  readonly lines: readonly PricedLine[];
  readonly totals: QuoteTotals;
  readonly pricing: QuotePricing;
}

const CUSTOM_UOM = 'EA';
const SENTENCES = {
  UNKNOWN_SKU: 'There is no such product.',
  UNKNOWN_UOM: 'The product is not sold in this unit of measure.',
  QUANTITY_INVALID: 'This quantity cannot be sold.',
  QUANTITY_INDIVISIBLE: 'The product is sold in whole units only.',
  QUANTITY_BELOW_MINIMUM: 'The product is not sold in so small a quantity.',
  QUANTITY_NOT_A_STEP: 'The product is sold in certain steps only.',
  CONFIGURATION_INVALID: 'The product cannot be had with what was chosen.',
  PRICE_NOT_FOUND: 'There is no price for this product.',
  PRICE_UNAVAILABLE: 'The price could not be had just now; try again in a moment.',
  EXCHANGE_RATE_NOT_FOUND: 'There is no price for this product in the currency of the quote.',
} as const;

/** The catalog's answer and the custom items, which it does not know, together. Refuses what the catalog cannot price, and prices whose taxes are unknown. */
export function priceQuote(lines: readonly DraftLine[], answer: PricedAnswer): PricedQuote {
  const { currency } = answer;
  if (answer.taxProblem !== null) throw refuse(answer.taxProblem, 'The taxes could not be had just now, and no quote is made without them; try again in a moment.', { retriable: true });
  const answered = new Map(answer.lines.map((line) => [line.id, line]));
  const priced = lines.map((line) => (line.sku === null ? priceCustomItem(line, currency) : priceProduct(line, answered.get(line.id), currency)));
  return { currency, lines: priced, totals: totalsOf(priced, answer), pricing: pricingOf(answer) };
}

function priceCustomItem(line: DraftLine, currency: string): PricedLine {
  const priced = { ...line, uom: line.uom ?? CUSTOM_UOM, listUnitMicro: null, discountMinor: 0n, taxes: [] };
  const unitMicro = line.overrideUnitMicro;
  if (unitMicro === null) return { ...priced, unitMicro, totalMinor: null, explanation: [] };
  const price = unitMoneyOf(unitMicro, currency);
  const step = { kind: 'OVERRIDE', source: line.overrideBy ?? 'sales rep', delta: price, unitPriceAfter: price, note: null };
  return { ...priced, unitMicro, totalMinor: lineTotal(unitMicro, fromMicro(line.quantityMicro), currency), explanation: [step] };
}

function priceProduct(line: DraftLine, answer: AnsweredLine | undefined, currency: string): PricedLine {
  if (answer?.problem == null && answer?.unitPrice != null && answer.listPrice !== null && answer.total !== null) {
    return {
      ...line,
      uom: answer.uom,
      description: answer.name,
      listUnitMicro: microFrom(answer.listPrice),
      unitMicro: microFrom(answer.unitPrice),
      totalMinor: minorFrom(answer.total, currency),
      discountMinor: minorFrom(answer.discount, currency),
      taxes: answer.taxes,
      explanation: [...answer.explanation],
    };
  }
  const problem = answer?.problem ?? 'PRICE_NOT_FOUND';
  throw refuse(problem, `${line.sku}: ${SENTENCES[problem]}`, { sku: line.sku, uom: line.uom, quantity: fromMicro(line.quantityMicro), ...answer?.configurationFault });
}

/** Custom items are added to what the catalog reckoned: no promotion, freight or tax knows of them. Without a price they count nothing yet. */
function totalsOf(lines: readonly PricedLine[], answer: PricedAnswer): QuoteTotals {
  const minor = (text: string): bigint => minorFrom(text, answer.currency);
  const customMinor = sum(lines.filter((line) => line.sku === null).map((line) => line.totalMinor ?? 0n));
  return {
    subtotalMinor: sum([minor(answer.subtotal), customMinor]),
    discountTotalMinor: minor(answer.discountTotal),
    shippingTotalMinor: minor(answer.shippingTotal),
    taxTotalMinor: minor(answer.taxTotal),
    totalMinor: sum([minor(answer.total), customMinor]),
    unpricedLines: lines.filter((line) => line.totalMinor === null).length,
  };
}

const pricingOf = ({ pricesIncludeTax, paymentTerm, taxRelief, taxes, adjustments, promotionsApplied, freeLines }: PricedAnswer): QuotePricing => ({
  pricesIncludeTax,
  paymentTerm,
  taxRelief,
  taxes,
  adjustments,
  promotionIds: promotionsApplied.map(({ id }) => id),
  freeGoods: freeLines,
});

/** What the row of a quote keeps of its price. */
export function pricedColumns({ currency, lines, totals, pricing }: PricedQuote, expiresAt: Date | null): QuoteTotals & { pricing: QuotePricing; priceHash: string } {
  return { ...totals, pricing, priceHash: priceHash({ currency, expiresAt, ...totals, pricing }, lines) };
}
