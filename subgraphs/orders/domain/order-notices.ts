import type { ChosenPayment } from './order-payment.ts';

/** What people are told about an order. [NOTIF-04] */
export type OrderNotice = 'ORDER_CONFIRMED' | 'ORDER_TO_BE_FAXED' | 'ORDER_NOT_BOOKED' | 'ORDER_CANCELED';

/** Ways to pay whose details come by fax. */
const FAXED: ReadonlySet<string> = new Set(['FAX_CARD']);

/** Which notice says that an order was taken in: where papers must follow by fax, the one that asks for them. [ORD-07] */
export function confirmationOf(order: { readonly payment?: ChosenPayment | null; readonly purchaseOrderNumber?: string | null }, { faxNumber, faxPurchaseOrders }: { faxNumber?: string; faxPurchaseOrders: boolean }): OrderNotice {
  const faxes = FAXED.has(order.payment?.type ?? '') || (faxPurchaseOrders && order.purchaseOrderNumber != null);
  return faxNumber !== undefined && faxes ? 'ORDER_TO_BE_FAXED' : 'ORDER_CONFIRMED';
}
