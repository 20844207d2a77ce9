import type { Money } from '#kernel/money.ts';

/** What the buyer confirmed, as the cart or the quote froze it: the order is written from this and nothing else. [I5] */
export interface Confirmation {
  readonly accountId: string;
  readonly ownerId: string;
  readonly currency: string;
  readonly subtotal: string;
  readonly taxTotal: string;
  readonly shippingTotal: string;
  readonly total: string;
  readonly lines: readonly ConfirmedLine[];
}

export interface ConfirmedLine {
  readonly sku: string;
  readonly description: string;
  readonly quantity: string;
  readonly uom: string;
  readonly unitPrice: string;
  readonly total: string;
  readonly explanation: readonly PriceStep[];
  readonly returnable: boolean;
}

export interface PriceStep {
  readonly kind: string;
  readonly source: string;
  readonly delta: Money;
  readonly unitPriceAfter: Money;
  readonly note?: string | null;
}
