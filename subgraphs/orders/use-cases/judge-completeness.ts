import { refuse } from '#kernel/errors.ts';
import { isBusiness, may } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { findGaps } from '../domain/checkout-gaps.ts';
import { trailOf } from '../domain/checkout-trail.ts';
import type { Confirmed } from '../domain/confirmation.ts';
import type { ChosenAddresses } from '../domain/order-addresses.ts';
import type { ChosenPayment } from '../domain/order-payment.ts';
import { offeredPaymentTypes } from '../domain/payment-types.ts';
import type { Checkout } from '../entities/checkout.ts';
import { askShippable } from '../peers/catalog.ts';
import { askServingMethods } from '../peers/shipping-methods.ts';

/**
 * Where buyers go straight to the review no page asked them: an order waits until nothing is missing. Express orders were asked
 * for their preferences. What is wrong with the cart, and the terms, are judged by others. [CHK-48]
 */
export async function judgeCompleteness(context: OrdersContext, checkout: Checkout, confirmed: Confirmed, { chosen, payment }: { readonly chosen: ChosenAddresses; readonly payment: ChosenPayment | null }): Promise<void> {
  const { ask, config } = context;
  const { input, facts, cartId, quoteId } = checkout;
  if (!config.skipCheckoutSteps || input.express) return;
  const [shippable, methods] = await Promise.all([askShippable(ask, confirmed.lines.map(({ sku }) => sku)), askServingMethods(ask, confirmed.accountId, chosen.shipToAddressId)]);
  const lines = confirmed.lines.map(({ sku, shipping, custom }, i) => ({ id: String(i), shippable: custom ?? shippable.has(sku), shipToAddressId: shipping?.shipToAddressId ?? null, shippingMethod: shipping?.shippingMethod ?? null }));
  const business = facts.viewer !== null && isBusiness(facts.viewer);
  const gaps = findGaps(
    {
      lines,
      shipToAddressId: chosen.shipToAddressId,
      billToAddressId: chosen.billToAddressId,
      shippingMethod: confirmed.shippingMethod ?? input.shippingMethod ?? null,
      hasMethods: methods.length > 0,
      payment: payment && { type: payment.type, methodId: payment.methodId, checkNumber: confirmed.paymentSaid?.checkNumber ?? null },
      paymentTypes: offeredPaymentTypes(config.paymentTypes, config.unitPaymentTypes),
      keepsCards: facts.viewer !== null && facts.viewer.kind !== 'GUEST' && may(facts.viewer, 'USE_PAYMENT_BOOK'),
      problems: [],
      termsOpen: false,
    },
    trailOf({ shippable: lines.some((line) => line.shippable), business, endCustomer: false, hasTerms: false }),
  );
  if (gaps.length === 0) return;
  throw refuse('CHECKOUT_INCOMPLETE', gaps.map(({ message }) => message).join(' '), { cartId, quoteId, step: gaps[0]?.step, missing: gaps.map(({ code, step }) => ({ code, step })) });
}
