import type { Data, Session } from '../../support/session.ts';

const PREPARATION = `version priceHash smart current ready cancelTo pages { step complete current open buttons } gaps { code step lineId } shippingMethods { code name } paymentTypes
  payment { type masked } changes { name allowed reason } placeOrder { allowed reason } subtotal { amount } total { amount } shippingTotal { amount }`;
export const PREPARE = `mutation ($cartId: ID, $quoteId: ID, $smart: Boolean) { prepareCheckout(cartId: $cartId, quoteId: $quoteId, smart: $smart) { ${PREPARATION}
  cart { id version status shippingMethod shipTo { city } billTo { city } payment { type last4 label } } quote { id } } }`;
export const LOOK = `query ($id: ID!, $at: CheckoutStep, $go: CheckoutMove, $branch: Boolean, $smart: Boolean) { cart(id: $id) { version checkout(at: $at, go: $go, branch: $branch, smart: $smart) { ${PREPARATION} } } }`;
/** A page is saved, and the next one shown, in one. */
export const SAVE = `mutation ($id: ID!, $actions: [CartAction!]!, $at: CheckoutStep, $go: CheckoutMove) {
  updateCart(cartId: $id, actions: $actions) { version priceHash shippingMethod payment { type last4 checkNumber } checkout(at: $at, go: $go) { ${PREPARATION} } } }`;

export const prepare = async (session: Session, cartId: string, smart?: boolean): Promise<Data> => (await session.ask(PREPARE, { cartId, smart })).prepareCheckout;
export const look = async (session: Session, id: string, place: { at?: string; go?: string; branch?: boolean; smart?: boolean } = {}): Promise<Data> => (await session.ask(LOOK, { id, ...place })).cart.checkout;
export const save = async (session: Session, id: string, actions: object[], place: { at?: string; go?: string } = {}): Promise<Data> => (await session.ask(SAVE, { id, actions, ...place })).updateCart;

export const stepsOf = ({ pages }: Data): string[] => pages.map(({ step }: Data) => step);
export const gapsOf = ({ gaps }: Data): string[] => gaps.map(({ code }: Data) => code);
