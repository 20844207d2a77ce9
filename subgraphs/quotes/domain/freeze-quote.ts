import { moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { ExplanationStep } from './price-quote.ts';

export interface FrozenLine {
  readonly lineId: string;
  readonly sku: string | null;
  readonly description: string | null;
  readonly quantity: string;
  readonly uom: string;
  /** Null while a custom item has no price. */
  readonly unitPrice: string | null;
  readonly total: Money | null;
  readonly explanation: readonly ExplanationStep[];
}

/** A quote as it stood at one moment: plain text, so that it can be kept for ever. */
export interface FrozenQuote {
  readonly currency: string;
  readonly subtotal: Money;
  readonly taxTotal: Money;
  readonly total: Money;
  readonly priceHash: string;
  readonly expiresAt: string | null;
  readonly lines: readonly FrozenLine[];
}

interface Quoted {
  readonly currency: string;
  readonly subtotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly priceHash: string;
  readonly expiresAt?: Date | null;
}

interface QuotedLine {
  readonly id: string;
  readonly sku?: string | null;
  readonly description?: string | null;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly unitMicro?: bigint | null;
  readonly totalMinor?: bigint | null;
  readonly explanation: readonly ExplanationStep[];
}

export function freeze(quote: Quoted, lines: readonly QuotedLine[]): FrozenQuote {
  const money = (minor: bigint): Money => moneyOf(minor, quote.currency);
  return {
    currency: quote.currency,
    subtotal: money(quote.subtotalMinor),
    taxTotal: money(quote.taxTotalMinor),
    total: money(quote.totalMinor),
    priceHash: quote.priceHash,
    expiresAt: quote.expiresAt?.toISOString() ?? null,
    lines: lines.map((line) => ({
      lineId: line.id,
      sku: line.sku ?? null,
      description: line.description ?? null,
      quantity: fromMicro(line.quantityMicro),
      uom: line.uom,
      unitPrice: line.unitMicro == null ? null : unitMoneyOf(line.unitMicro, quote.currency).amount,
      total: line.totalMinor == null ? null : money(line.totalMinor),
      explanation: line.explanation,
    })),
  };
}
