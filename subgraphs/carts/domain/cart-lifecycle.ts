import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

export const CART_STATUSES = ['ACTIVE', 'SAVED', 'QUOTED', 'TRANSFERRED', 'ORDERED', 'EXPRESS', 'EXPIRED', 'DELETED'] as const;
export type CartStatus = (typeof CART_STATUSES)[number];

/** `edit` is any change of lines; `quote`, `order` and `reprice` come from elsewhere in the graph. */
export type CartCommand = 'edit' | 'save' | 'activate' | 'duplicate' | 'delete' | 'checkout' | 'quote' | 'order' | 'reprice';
export type CartRole = 'owner' | 'guestOwner' | 'system';

export interface CartFacts {
  readonly heldByCheckout: boolean;
  readonly lineCount: number;
}

const owners = ['owner', 'guestOwner'] as const;

const notHeld: Guard<CartFacts> = (facts) =>
  facts.heldByCheckout ? { code: 'INVALID_STATE', reason: 'A checkout of this cart is under way; wait for it or cancel it.' } : undefined;
const notEmpty: Guard<CartFacts> = (facts) => (facts.lineCount === 0 ? { code: 'CART_EMPTY', reason: 'The cart has no lines.' } : undefined);
const never = (code: 'CART_NOT_ACTIVE' | 'CART_ORDERED', reason: string): Guard<CartFacts> => () => ({ code, reason });
const activateFirst = never('CART_NOT_ACTIVE', 'Only the active cart takes changes; activate it first.');
const ordered = never('CART_ORDERED', 'The cart was ordered and can no longer change.');

const duplicate = { to: 'SAVED', by: owners, when: [notEmpty], audit: 'DUPLICATED' } as const;

/** The only place that knows what may happen to a cart in which status. [CART-02, CART-05, CART-41] */
export const CART_LIFECYCLE: Lifecycle<CartStatus, CartCommand, CartRole, CartFacts> = {
  ACTIVE: {
    edit: { to: 'ACTIVE', by: owners, when: [notHeld], audit: 'EDITED' },
    save: { to: 'SAVED', by: ['owner'], when: [notHeld], audit: 'SAVED' },
    activate: { to: 'ACTIVE', by: owners, audit: 'ACTIVATED' },
    duplicate,
    delete: { to: 'DELETED', by: owners, when: [notHeld], audit: 'DELETED' },
    checkout: { to: 'ACTIVE', by: owners, when: [notEmpty], audit: 'CHECKOUT_STARTED' },
    quote: { to: 'QUOTED', by: ['system'], audit: 'QUOTED' },
    order: { to: 'ORDERED', by: ['system'], audit: 'ORDERED' },
    reprice: { to: 'ACTIVE', by: ['system'], when: [notHeld], audit: 'REPRICED' },
  },
  SAVED: {
    edit: { to: 'SAVED', by: owners, when: [activateFirst], audit: 'EDITED' },
    save: { to: 'SAVED', by: ['owner'], when: [notHeld], audit: 'SAVED' },
    activate: { to: 'ACTIVE', by: ['owner'], when: [notHeld], audit: 'ACTIVATED' },
    duplicate,
    delete: { to: 'DELETED', by: ['owner'], when: [notHeld], audit: 'DELETED' },
    checkout: { to: 'SAVED', by: ['owner'], when: [notEmpty], audit: 'CHECKOUT_STARTED' },
    quote: { to: 'QUOTED', by: ['system'], audit: 'QUOTED' },
    order: { to: 'ORDERED', by: ['system'], audit: 'ORDERED' },
    reprice: { to: 'SAVED', by: ['system'], when: [notHeld], audit: 'REPRICED' },
  },
  QUOTED: { duplicate },
  TRANSFERRED: { duplicate },
  ORDERED: {
    edit: { to: 'ORDERED', by: owners, when: [ordered], audit: 'EDITED' },
    delete: { to: 'ORDERED', by: owners, when: [ordered], audit: 'DELETED' },
    checkout: { to: 'ORDERED', by: owners, when: [ordered], audit: 'CHECKOUT_STARTED' },
    duplicate,
  },
  EXPRESS: {},
  EXPIRED: {},
  DELETED: {},
};

/** What a buyer's page can offer, by the mutation's name. */
export const CART_ACTIONS: readonly { readonly name: string; readonly command: CartCommand }[] = [
  { name: 'addCartLines', command: 'edit' },
  { name: 'updateCartLines', command: 'edit' },
  { name: 'removeCartLines', command: 'edit' },
  { name: 'saveCart', command: 'save' },
  { name: 'activateCart', command: 'activate' },
  { name: 'duplicateCart', command: 'duplicate' },
  { name: 'deleteCart', command: 'delete' },
  { name: 'placeOrder', command: 'checkout' },
];
