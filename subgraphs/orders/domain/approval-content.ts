import { createHash } from 'node:crypto';
import type { Confirmation } from './confirmation.ts';
import type { PlaceOrder } from './place-order-input.ts';

export interface WantedOrder {
  readonly placedById: string;
  readonly confirmation: Confirmation;
  readonly costCentreId: string | null;
  readonly input: PlaceOrder;
}

/**
 * The fingerprint of all an approver agrees to: who buys what, at which price, for whom, where to, how it is paid and charged.
 * How prices came about is left out: the same price by another way is the same.
 */
export function contentHashOf({ placedById, confirmation, costCentreId, input }: WantedOrder): string {
  const { accountId, ownerId, currency, subtotal, discountTotal, taxTotal, shippingTotal, total, shipTo, billTo, parties, paymentTerm, payment, agreed } = confirmation;
  const { shippingMethod, shippingInstructions, requestedOn, note, purchaseOrderNumber, fields } = confirmation;
  const lines = confirmation.lines.map((line) => [line.sku, line.description, line.quantity, line.uom, line.configuration, line.unitPrice, line.total, line.discount, line.fields, line.shipping, line.shipTo, line.parties, line.note]);
  const totals = [currency, subtotal, discountTotal, taxTotal, shippingTotal, total];
  const said = [shippingMethod, shippingInstructions, requestedOn, note, purchaseOrderNumber, fields, agreed?.hash];
  const wanted = [input.cartId, input.quoteId, input.shippingMethod, input.purchaseOrderNumber, input.assistance?.reason, input.assistance?.comment];
  const content = [placedById, accountId, ownerId, costCentreId, totals, shipTo, billTo, parties, paymentTerm, payment?.type, payment?.methodId, said, wanted, lines];
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
