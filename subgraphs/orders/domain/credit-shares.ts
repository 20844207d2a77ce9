import { minorFrom, sum } from '#kernel/money.ts';
import { dueShare, shareTaxes, sumTaxes, type BilledTax } from './bill-shares.ts';
import type { ConfirmedTax } from './confirmation.ts';

/** An order line as it was sold; quantities in millionths. */
export interface SoldLine {
  readonly id: string;
  readonly quantityMicro: bigint;
  readonly totalMinor: bigint;
  readonly discountMinor: bigint;
  readonly taxes: readonly ConfirmedTax[];
}

/** What a return took of an order line, what that brings back, and how much of it was credited. */
export interface ClaimedLine {
  readonly orderLineId: string;
  readonly quantityMicro: bigint;
  readonly refundMinor: bigint;
  readonly creditedMicro: bigint;
  readonly creditedMinor: bigint;
}

export interface CreditedLine {
  readonly orderLineId: string;
  readonly quantityMicro: bigint;
  readonly totalMinor: bigint;
  readonly discountMinor: bigint;
  readonly taxes: readonly BilledTax[];
  readonly amountMinor: bigint;
}

/**
 * The credit for the next part of what a return claimed of a line: its share of the claim's refund, less what was credited
 * before, so that the parts are the claim to the cent. What it is made of is told likewise, over all returns of the line.
 * @param before what earlier credit memos, of whatever return, hold of the line
 * @returns nothing when nothing of the claim is left
 */
export function nextCredit(line: SoldLine, claim: ClaimedLine, before: readonly CreditedLine[], wantedMicro: bigint, currency: string): CreditedLine | undefined {
  const leftMicro = claim.quantityMicro - claim.creditedMicro;
  const quantityMicro = wantedMicro < leftMicro ? wantedMicro : leftMicro;
  if (quantityMicro <= 0n) return undefined;
  const dueMinor = dueShare(claim.refundMinor, claim.creditedMicro + quantityMicro, claim.quantityMicro, currency);
  const amountMinor = dueMinor > claim.creditedMinor ? dueMinor - claim.creditedMinor : 0n;
  const doneMicro = before.reduce((all, each) => all + each.quantityMicro, 0n) + quantityMicro;
  const share = (minor: bigint, done: bigint): bigint => dueShare(minor, doneMicro, line.quantityMicro, currency) - done;
  return {
    orderLineId: line.id,
    quantityMicro,
    totalMinor: share(line.totalMinor, sum(before.map((each) => each.totalMinor))),
    discountMinor: share(line.discountMinor, sum(before.map((each) => each.discountMinor))),
    taxes: shareTaxes(line.taxes, before.flatMap((each) => each.taxes), share, currency),
    amountMinor,
  };
}

export interface CreditTotals {
  readonly subtotalMinor: bigint;
  readonly discountMinor: bigint;
  readonly taxMinor: bigint;
  readonly taxes: readonly BilledTax[];
  readonly reliefMinor: bigint;
  readonly feeMinor: bigint;
  readonly amountMinor: bigint;
}

/** A credit memo over lines; the fee is never more than they bring back. Subtotal - discount (+ tax) - relief - fee is the amount. */
export function totalCredit(lines: readonly CreditedLine[], feeMinor: bigint, { currency, pricesIncludeTax }: { readonly currency: string; readonly pricesIncludeTax: boolean }): CreditTotals {
  const subtotalMinor = sum(lines.map((line) => line.totalMinor));
  const discountMinor = sum(lines.map((line) => line.discountMinor));
  const taxes = sumTaxes(lines.flatMap((line) => line.taxes), currency);
  const taxMinor = sum(taxes.map(({ amount }) => minorFrom(amount, currency)));
  const creditMinor = sum(lines.map((line) => line.amountMinor));
  const keptMinor = feeMinor < creditMinor ? feeMinor : creditMinor;
  const reliefMinor = subtotalMinor - discountMinor + (pricesIncludeTax ? 0n : taxMinor) - creditMinor;
  return { subtotalMinor, discountMinor, taxMinor, taxes, reliefMinor, feeMinor: keptMinor, amountMinor: creditMinor - keptMinor };
}
