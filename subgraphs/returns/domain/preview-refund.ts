import { allocate, lineTotal, microFrom, minorFrom } from '#kernel/money.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';
import type { OrderedLine } from './ordered-line.ts';
import type { ReturnFee } from './return-setup.ts';

export interface PreviewedRefund {
  readonly refundMinor: bigint;
  readonly discountMinor: bigint;
  readonly taxMinor: bigint;
}

/**
 * What so much of a line would bring if submitted now; the claim at orders has the last word. The share of all that then came
 * back, less what was refunded before: so no cent is lost over several returns. It is a share of what the order allocated; what
 * stays is not discounted or taxed anew. [I13]
 */
export function previewRefund(facts: OrderedLine, quantityMicro: bigint): PreviewedRefund {
  const { currency } = facts;
  const [all, before] = [toMicro(facts.quantity), toMicro(facts.returnedQuantity)];
  const shareOf = (text: string, backMicro: bigint): bigint => {
    const minor = minorFrom(text, currency);
    return backMicro >= all ? minor : (allocate(minor, [backMicro, all - backMicro], currency)[0] ?? 0n); // more than there is is refused before it is submitted
  };
  const newly = (text: string): bigint => shareOf(text, before + quantityMicro) - shareOf(text, before);
  const billed = minorFrom(facts.billed, currency);
  const share = shareOf(facts.paid, before + quantityMicro);
  const due = (share < billed ? share : billed) - minorFrom(facts.refunded, currency);
  return { refundMinor: due > 0n ? due : 0n, discountMinor: newly(facts.discount), taxMinor: newly(facts.tax) };
}

/** What the return of so much of a line costs, by the price list of the transaction type; never more than it brings. [RET-31] */
export function feeFor(fees: readonly ReturnFee[], { reason, quantityMicro, refundMinor }: { readonly reason: string; readonly quantityMicro: bigint; readonly refundMinor: bigint }, currency: string): bigint {
  const fee = fees.find((each) => each.currency === currency && (each.reasons === undefined || each.reasons.includes(reason)));
  if (!fee) return 0n;
  const feeMinor = fee.per === 'LINE' ? minorFrom(fee.amount, currency) : lineTotal(microFrom(fee.amount), fromMicro(quantityMicro), currency);
  return feeMinor < refundMinor ? feeMinor : refundMinor;
}
