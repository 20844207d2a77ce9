import { judge, type Action } from '#kernel/lifecycle.ts';
import { CART_LIFECYCLE, type CartCommand, type CartFacts, type CartStatus } from './cart-lifecycle.ts';
import type { CartRole } from './share-roles.ts';

/** What a deployment offers, and what the viewer brings along. */
export interface ActionFacts {
  readonly sharing: boolean;
  /** Whether the cart is, or was, shared with somebody. */
  readonly shared: boolean;
  readonly directEntry: boolean;
  readonly expressCheckout: boolean;
  /** Whether carts can be handed to partners. */
  readonly partnerTransfer: boolean;
  readonly promotionCodes: boolean;
  readonly agreements: boolean;
  /** Whether carts or lines carry additional information. */
  readonly extraFields: boolean;
  /** Whether attachments are set up. */
  readonly attachments: boolean;
  /** What the sales desk offers. */
  readonly quotes: boolean;
  readonly assistance: boolean;
  readonly kind: 'guest' | 'private' | 'business' | 'other';
  readonly may: (permission: string) => boolean;
}

interface OfferedAction {
  /** The mutation of that name; or what the page itself does. */
  readonly name: string;
  readonly command: CartCommand;
  /** What is not offered to somebody at all is absent, not refused. */
  readonly offered?: (facts: ActionFacts) => boolean;
  readonly needs?: readonly string[];
  /** Whether it makes sense while there is nothing in the cart. [CART-31] */
  readonly whenEmpty?: boolean;
}

const business = ({ kind }: ActionFacts): boolean => kind === 'business';
const buyers = ({ kind }: ActionFacts): boolean => kind === 'business' || kind === 'private';
const shared = (facts: ActionFacts): boolean => facts.sharing && facts.shared;
const directItemEntry: OfferedAction = { name: 'directItemEntry', command: 'edit', offered: (facts) => facts.directEntry && business(facts), whenEmpty: true };

/** Everything a page may offer for a cart, in the order of the page: one list for the active, the saved and the shared cart. [CART-33] */
const PAGE_ACTIONS: readonly OfferedAction[] = [
  { name: 'continueShopping', command: 'edit', whenEmpty: true },
  { name: 'updateCartLines', command: 'edit' },
  { name: 'removeCartLines', command: 'edit' },
  { name: 'setShippingMethod', command: 'edit' },
  { name: 'applyPromotionCode', command: 'edit', offered: (facts) => facts.promotionCodes, needs: ['VIEW_NET_PRICE'] },
  { name: 'setPricingAgreement', command: 'edit', offered: (facts) => facts.agreements && business(facts), needs: ['USE_PRICING_AGREEMENT', 'VIEW_NET_PRICE'] },
  { name: 'setCartFields', command: 'edit', offered: (facts) => facts.extraFields },
  { name: 'applyAttachments', command: 'edit', offered: (facts) => facts.attachments && business(facts), needs: ['USE_ATTACHMENT'] },
  { name: 'checkAvailability', command: 'edit' },
  directItemEntry,
  { name: 'saveToList', command: 'duplicate', offered: buyers },
  { name: 'moveCartLinesToList', command: 'edit', offered: buyers },
  { name: 'saveCart', command: 'save', whenEmpty: true },
  { name: 'activateCart', command: 'activate', whenEmpty: true },
  { name: 'shareCart', command: 'share', offered: (facts) => facts.sharing && buyers(facts), whenEmpty: true },
  { name: 'updateCartMembers', command: 'share', offered: shared, whenEmpty: true },
  { name: 'notifyCartMembers', command: 'comment', offered: shared, whenEmpty: true },
  { name: 'stopSharing', command: 'stopSharing', offered: shared, whenEmpty: true },
  { name: 'finishWorking', command: 'finish', offered: shared, whenEmpty: true },
  { name: 'duplicateCart', command: 'duplicate' },
  { name: 'deleteCart', command: 'delete', whenEmpty: true },
  { name: 'createQuote', command: 'handOver', offered: (facts) => facts.quotes && buyers(facts) },
  { name: 'requestAssistance', command: 'assistance', offered: (facts) => facts.assistance && buyers(facts), needs: ['ASK_SALES_ASSISTANCE'] },
  { name: 'expressCheckoutCart', command: 'queue', offered: (facts) => facts.expressCheckout && buyers(facts), needs: ['CHECKOUT', 'CREATE_ORDER'] },
  { name: 'requestTransfer', command: 'transfer', offered: (facts) => facts.partnerTransfer && buyers(facts), needs: ['CHECKOUT', 'CREATE_ORDER'] },
  { name: 'placeOrder', command: 'checkout', needs: ['CREATE_ORDER'] },
];

/** What somebody could do to a cart now, and why not. [CART-31, CART-33] */
export function actionsOn(cart: { readonly status: CartStatus; readonly roles: readonly CartRole[] } & CartFacts, facts: ActionFacts): Action[] {
  const offered = PAGE_ACTIONS.filter((action) => action.offered?.(facts) ?? true);
  return offered.map(({ name, command, needs = [], whenEmpty }) => {
    const missing = needs.find((permission) => !facts.may(permission));
    if (missing !== undefined) return refused(name, `This needs the permission ${missing}.`);
    const judgement = judge(CART_LIFECYCLE, { status: cart.status, command, roles: cart.roles, facts: cart });
    if (!judgement.allowed) return refused(name, judgement.reason);
    if (command === 'activate' && judgement.move.to === cart.status) return refused(name, 'It is the active cart.');
    if (cart.lineCount === 0 && !whenEmpty) return refused(name, 'The cart has no lines.');
    return { name, allowed: true, reason: null };
  });
}

/** Without an active cart there is one way only to begin one from the page of the cart. [CART-32] */
export function actionsWithoutCart(facts: ActionFacts): Action[] {
  return directItemEntry.offered?.(facts) ? [{ name: directItemEntry.name, allowed: true, reason: null }] : [];
}

const refused = (name: string, reason: string): Action => ({ name, allowed: false, reason });
