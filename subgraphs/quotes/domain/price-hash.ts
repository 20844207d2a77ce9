import { createHash } from 'node:crypto';
import type { OptionChoice } from '#kernel/option-choice.ts';

export interface HashedQuote {
  readonly currency: string;
  readonly expiresAt?: Date | null;
  readonly discountTotalMinor: bigint;
  readonly shippingTotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly pricing: { readonly freeGoods: readonly { readonly sku: string; readonly quantity: string; readonly uom: string }[] };
}

export interface HashedLine {
  readonly id: string;
  readonly sku?: string | null;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly configuration?: readonly OptionChoice[] | null;
  readonly unitMicro?: bigint | null;
  readonly totalMinor?: bigint | null;
}

/** The fingerprint of an offer: what the buyer agrees to pay for what, and until when it stands. */
export function priceHash(quote: HashedQuote, lines: readonly HashedLine[]): string {
  const { discountTotalMinor, shippingTotalMinor, taxTotalMinor, totalMinor } = quote;
  const hash = createHash('sha256').update(`${quote.currency}|${quote.expiresAt?.toISOString() ?? ''}|${discountTotalMinor}|${shippingTotalMinor}|${taxTotalMinor}|${totalMinor}`);
  for (const line of lines) {
    hash.update(`\n${line.id}|${line.sku ?? ''}|${line.quantityMicro}|${line.uom}|${line.unitMicro ?? ''}|${line.totalMinor ?? ''}${line.configuration ? JSON.stringify(line.configuration) : ''}`);
  }
  for (const { sku, quantity, uom } of quote.pricing.freeGoods) hash.update(`\nfree|${sku}|${quantity}|${uom}`);
  return hash.digest('base64url');
}
