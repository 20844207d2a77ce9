import type { CartsContext } from '../context.ts';
import type { ActionInputs, CartAction } from '../domain/cart-actions.ts';
import type { Cart } from '../entities/cart.ts';
import { editCart } from './edit-cart.ts';

type Edit = (context: CartsContext, cartId: string) => Promise<Cart>;

/** A mutation of its own for one action, under a cause of its own. */
const single = (operation: string, cause: string, action: CartAction): Edit => (context, cartId) => editCart(context, { operation, cartId, cause, actions: [action] });

/** The buyer enters a promotion code; one that does nothing is refused with the reason, and the cart stays as it was. [CART-71, CART-72] */
export const applyPromotionCode = (code: string): Edit => single('applyPromotionCode', 'PROMOTION_CODE_APPLIED', { applyPromotionCode: code });

export const removePromotionCode = (code: string): Edit => single('removePromotionCode', 'PROMOTION_CODE_REMOVED', { removePromotionCode: code });

/** The buyer says how it shall be shipped; null takes it back. */
export const setShippingMethod = (shippingMethod: string | null): Edit => single('setShippingMethod', 'SHIPPING_CHANGED', { setShippingMethod: { shippingMethod } });

/** The buyer chooses an agreement for the cart, or for one line; null goes back to none. [CART-66..68] */
export const setPricingAgreement = (choice: ActionInputs['setPricingAgreement']): Edit => single('setPricingAgreement', 'AGREEMENT_CHANGED', { setPricingAgreement: choice });

/** One line becomes several that are together as much. */
export const splitCartLine = (split: ActionInputs['splitLine']): Edit => single('splitCartLine', 'LINE_SPLIT', { splitLine: split });

/** Where, when and how one line is shipped, where that differs from the cart. */
export const setLineShipping = (shipping: ActionInputs['setLineShipping']): Edit => single('setLineShipping', 'SHIPPING_CHANGED', { setLineShipping: shipping });

/** Additional information of the cart as a whole. [CART-73] */
export const setCartFields = (fields: ActionInputs['setFields']): Edit => single('setCartFields', 'FIELDS_CHANGED', { setFields: fields });

/** Additional information of one line. [CART-73] */
export const setLineFields = (ofLine: ActionInputs['setLineFields']): Edit => single('setLineFields', 'FIELDS_CHANGED', { setLineFields: ofLine });
