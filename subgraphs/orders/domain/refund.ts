import { allocate, minorFrom, sum } from '#kernel/money.ts';
import type { BilledTax } from './bill-shares.ts';

/** What was paid for a line, and what of it is already on its way back. */
export interface PaidLine {
  readonly paidMinor: bigint;
  readonly quantityMicro: bigint;
  readonly returnedMicro: bigint;
  readonly refundedMinor: bigint;
}

/**
 * The refund for the next part of a line: the share of all that then came back, less what was refunded before. So parts
 * returned one by one, in any order and with releases between them, add up to what was paid to the cent. [I13]
 * @param billedMinor no more comes back than was billed so far: rounding may leave a cent to a later part
 */
export function refundFor(line: PaidLine, quantityMicro: bigint, currency: string, billedMinor: bigint = line.paidMinor): bigint {
  const back = line.returnedMicro + quantityMicro;
  const [share = 0n] = allocate(line.paidMinor, [back, line.quantityMicro - back], currency);
  const due = share < billedMinor ? share : billedMinor;
  return due > line.refundedMinor ? due - line.refundedMinor : 0n;
}

interface Billed {
  readonly totalMinor: bigint;
  readonly discountMinor: bigint;
  readonly taxes: readonly BilledTax[];
}

/** What has been billed for a line whose parcels are told of; without them, all that was paid counts. */
export function billedFor({ paidMinor, pickedMicro }: { readonly paidMinor: bigint; readonly pickedMicro: bigint }, billed: readonly Billed[], { currency, pricesIncludeTax }: { readonly currency: string; readonly pricesIncludeTax: boolean }): bigint {
  if (pickedMicro === 0n) return paidMinor;
  const upon = (taxes: readonly BilledTax[]): bigint => (pricesIncludeTax ? 0n : sum(taxes.map(({ amount }) => minorFrom(amount, currency))));
  return sum(billed.map(({ totalMinor, discountMinor, taxes }) => totalMinor - discountMinor + upon(taxes)));
}
