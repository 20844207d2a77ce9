import type { PreparedCheckout } from '../use-cases/read-checkout.ts';
import type { CheckoutPreparationType } from './checkout.type.ts';

export interface ShownCheckout extends CheckoutPreparationType {
  readonly of: 'cart' | 'quote';
  readonly id: string;
}

export function showCheckout({ subject, pages, gaps, ...rest }: PreparedCheckout): ShownCheckout {
  const { of, id, version, priceHash, subtotal, discountTotal, taxTotal, shippingTotal, total, payment } = subject;
  return {
    ...rest,
    of,
    id,
    version,
    priceHash,
    subtotal,
    discountTotal,
    taxTotal,
    shippingTotal,
    total,
    pages: pages.map((page) => ({ ...page, gaps: [...page.gaps], buttons: [...page.buttons] })),
    gaps: [...gaps],
    ready: gaps.length === 0,
    shippingMethods: [...rest.shippingMethods],
    paymentTypes: [...rest.paymentTypes],
    changes: [...rest.changes],
    payment: payment && { ...payment, masked: payment.last4 === null ? null : `•••• ${payment.last4}` },
  };
}
