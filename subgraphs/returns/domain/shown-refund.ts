import { lineTotal } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { seesNetPrices, type Viewer } from '#kernel/viewer.ts';

interface Refunded {
  readonly quantityMicro: bigint;
  readonly listUnitMicro?: bigint | null;
  readonly refundMinor: bigint;
}

/** The refund tells what was paid: who may not see that sees what comes back at list price, as in the order. [CART-29, NOTIF-07] */
export function shownRefund(viewer: Viewer | null, { quantityMicro, listUnitMicro, refundMinor }: Refunded, currency: string): bigint {
  if (listUnitMicro == null || seesNetPrices(viewer)) return refundMinor;
  return lineTotal(listUnitMicro, fromMicro(quantityMicro), currency);
}
