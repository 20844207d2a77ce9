import { createHash } from 'node:crypto';
import type { OptionChoice } from '#kernel/option-choice.ts';

export interface HashedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly configuration?: readonly OptionChoice[] | null;
  readonly unitMicro: bigint;
  readonly totalMinor: bigint;
}

export interface HashedTotals {
  readonly discountTotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly shippingTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly taxes: readonly { readonly code: string; readonly rate: string; readonly amount: string }[];
}

/**
 * The fingerprint of what a buyer agrees to pay: lines, quantities, unit prices, each tax, totals, currency. A price list that
 * moved without moving a line's price does not change it.
 */
export function priceHash(currency: string, lines: readonly HashedLine[], totals: HashedTotals): string {
  const { discountTotalMinor, taxTotalMinor, shippingTotalMinor, totalMinor, taxes } = totals;
  let text = `${currency}|${discountTotalMinor}|${taxTotalMinor}|${shippingTotalMinor}|${totalMinor}`;
  for (const tax of taxes.map(({ code, rate, amount }) => `\n${code}|${rate}|${amount}`).sort()) text += tax;
  for (const line of lines) text += `\n${line.id}|${line.sku}|${line.quantityMicro}|${line.uom}|${line.unitMicro}|${line.totalMinor}${line.configuration ? JSON.stringify(line.configuration) : ''}`;
  return createHash('sha256').update(text).digest('base64url');
}
