import { refuse } from '#kernel/errors.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { editLines } from './edit-lines.ts';

const MAX_CODES = 20;
const readCode = (code: string): string => code.trim().toUpperCase();

/** The buyer enters a promotion code; one that does nothing is refused with the reason, and the cart stays as it was. [CART-71, CART-72] */
export async function applyPromotionCode(context: CartsContext, cartId: string, entered: string): Promise<Cart> {
  if (!context.config.promotionCodes) throw refuse('OPERATION_DISABLED', 'Promotion codes are switched off.', { cartId });
  requirePermission(requireViewer(context), 'VIEW_NET_PRICE');
  const code = readCode(entered);
  return editLines(context, {
    operation: 'applyPromotionCode',
    cartId,
    body: { cartId, code },
    cause: 'PROMOTION_CODE_APPLIED',
    settings({ promotionCodes }) {
      if (promotionCodes.length >= MAX_CODES) throw refuse('BAD_USER_INPUT', `A cart takes at most ${MAX_CODES} codes.`);
      return { promotionCodes: [...promotionCodes.filter((each) => each !== code), code] };
    },
    accept({ pricing }) {
      const refused = pricing?.codesRefused.find((each) => each.code === code);
      if (refused) throw refuse('PROMOTION_CODE_REFUSED', `The code ${code} does not apply.`, { code, reason: refused.reason });
    },
  });
}

export function removePromotionCode(context: CartsContext, cartId: string, entered: string): Promise<Cart> {
  const code = readCode(entered);
  return editLines(context, {
    operation: 'removePromotionCode',
    cartId,
    body: { cartId, code },
    cause: 'PROMOTION_CODE_REMOVED',
    settings: ({ promotionCodes }) => ({ promotionCodes: promotionCodes.filter((each) => each !== code) }),
  });
}

/** The buyer says how it shall be shipped; null takes it back. */
export function setShippingMethod(context: CartsContext, cartId: string, shippingMethod: string | null): Promise<Cart> {
  return editLines(context, {
    operation: 'setShippingMethod',
    cartId,
    body: { cartId, shippingMethod },
    cause: 'SHIPPING_CHANGED',
    settings: () => ({ shippingMethod }),
    accept({ pricing }) {
      if (pricing?.shippingProblem) throw refuse('BAD_USER_INPUT', 'This way of shipping is not to be had for the cart.', { shippingMethod, reason: pricing.shippingProblem });
    },
  });
}

/** The buyer chooses an agreement for the cart, or for one line; null goes back to none. [CART-66..68] */
export function setPricingAgreement(context: CartsContext, cartId: string, agreementId: string | null, lineId?: string | null): Promise<Cart> {
  const viewer = requireViewer(context);
  if (viewer.kind !== 'BUYER') throw refuse('FORBIDDEN', 'Agreements are for business buyers.');
  requirePermission(viewer, 'USE_PRICING_AGREEMENT');
  requirePermission(viewer, 'VIEW_NET_PRICE');
  return editLines(context, {
    operation: 'setPricingAgreement',
    cartId,
    body: { cartId, agreementId, lineId },
    cause: 'AGREEMENT_CHANGED',
    settings: () => (lineId == null ? { agreementId } : {}),
    change(lines) {
      if (lineId == null) return [...lines];
      if (!lines.some(({ id }) => id === lineId)) throw refuse('NOT_FOUND', 'The cart has no such line.', { lineId });
      return lines.map((line) => (line.id === lineId ? { ...line, agreementId } : line));
    },
    accept({ pricing }) {
      const refused = pricing?.agreementsRefused.find(({ id }) => id === agreementId);
      if (refused) throw refuse('BAD_USER_INPUT', 'This agreement does not hold for the cart.', { agreementId, reason: refused.reason });
    },
  });
}
