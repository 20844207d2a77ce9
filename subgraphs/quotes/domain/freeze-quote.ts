import type { OptionChoice } from '#kernel/option-choice.ts';
import { moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { QuotePricing } from './price-quote.ts';
import type { QuoteTerms } from './quote-terms.ts';
import type { Adjustment, ExplanationStep, FreeGoods, Tax } from './priced-answer.ts';

export interface FrozenLine {
  readonly lineId: string;
  readonly sku: string | null;
  readonly description: string | null;
  readonly quantity: string;
  readonly uom: string;
  readonly configuration?: OptionChoice[] | null;
  readonly agreementId: string | null;
  /** Null while a custom item has no price. */
  readonly unitPrice: string | null;
  /** What the buyer would pay for one unit. */
  readonly targetPrice: string | null;
  readonly total: Money | null;
  readonly discount: string;
  readonly taxes: Tax[];
  readonly explanation: readonly ExplanationStep[];
}

/** A file that went along, by reference: what it holds stays where it is. */
export interface FrozenAttachment {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly lineId: string | null;
  readonly internal: boolean;
}

/** What was offered instead of a line. */
export interface FrozenAlternative {
  readonly lineId: string;
  readonly sku: string;
  readonly description: string | null;
  readonly quantity: string;
  readonly uom: string;
  readonly listPrice: string;
  readonly unitPrice: string;
}

/** A quote as it stood at one moment: plain text, so that it can be kept for ever. Goods given are lines for nothing, at the end. */
export interface FrozenQuote {
  readonly currency: string;
  readonly subtotal: Money;
  readonly discountTotal: Money;
  readonly shippingTotal: Money;
  readonly taxTotal: Money;
  readonly total: Money;
  readonly pricesIncludeTax: boolean;
  readonly taxRelief: string;
  readonly taxes: Tax[];
  readonly adjustments: Adjustment[];
  readonly promotionIds: string[];
  readonly paymentTerm: string | null;
  readonly agreementId: string | null;
  readonly promotionCodes: readonly string[];
  readonly shippingMethod: string | null;
  readonly freight?: string | null;
  readonly priceHash: string;
  readonly expiresAt: string | null;
  readonly lines: readonly FrozenLine[];
  /** Of revisions only. */
  readonly attachments?: readonly FrozenAttachment[];
  readonly alternatives?: readonly FrozenAlternative[];
}

interface Quoted {
  readonly currency: string;
  readonly subtotalMinor: bigint;
  readonly discountTotalMinor: bigint;
  readonly shippingTotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly pricing: QuotePricing;
  readonly terms: QuoteTerms;
  readonly priceHash: string;
  readonly expiresAt?: Date | null;
}

interface QuotedLine {
  readonly id: string;
  readonly sku?: string | null;
  readonly description?: string | null;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly configuration?: OptionChoice[] | null;
  readonly agreementId?: string | null;
  readonly unitMicro?: bigint | null;
  readonly targetUnitMicro?: bigint | null;
  readonly totalMinor?: bigint | null;
  readonly discountMinor: bigint;
  readonly taxes: Tax[];
  readonly explanation: readonly ExplanationStep[];
}

export function freeze(quote: Quoted, lines: readonly QuotedLine[]): FrozenQuote {
  const money = (minor: bigint): Money => moneyOf(minor, quote.currency);
  const { freeGoods, ...pricing } = quote.pricing;
  return {
    ...pricing,
    currency: quote.currency,
    subtotal: money(quote.subtotalMinor),
    discountTotal: money(quote.discountTotalMinor),
    shippingTotal: money(quote.shippingTotalMinor),
    taxTotal: money(quote.taxTotalMinor),
    total: money(quote.totalMinor),
    ...quote.terms,
    priceHash: quote.priceHash,
    expiresAt: quote.expiresAt?.toISOString() ?? null,
    lines: [...lines.map((line) => freezeLine(line, quote.currency)), ...freeGoods.map((goods) => freezeGift(goods, quote.currency))],
  };
}

function freezeLine(line: QuotedLine, currency: string): FrozenLine {
  return {
    lineId: line.id,
    sku: line.sku ?? null,
    description: line.description ?? null,
    quantity: fromMicro(line.quantityMicro),
    uom: line.uom,
    ...(line.configuration && { configuration: line.configuration }),
    agreementId: line.agreementId ?? null,
    unitPrice: line.unitMicro == null ? null : unitMoneyOf(line.unitMicro, currency).amount,
    targetPrice: line.targetUnitMicro == null ? null : unitMoneyOf(line.targetUnitMicro, currency).amount,
    total: line.totalMinor == null ? null : moneyOf(line.totalMinor, currency),
    discount: moneyOf(line.discountMinor, currency).amount,
    taxes: line.taxes,
    explanation: line.explanation,
  };
}

function freezeGift({ sku, name, quantity, uom, promotionId }: FreeGoods, currency: string): FrozenLine {
  const nothing = moneyOf(0n, currency);
  return { lineId: `${promotionId}:${sku}`, sku, description: name, quantity, uom, agreementId: null, unitPrice: '0', targetPrice: null, total: nothing, discount: nothing.amount, taxes: [], explanation: [] };
}
