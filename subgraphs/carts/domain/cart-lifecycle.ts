import type { ErrorCode } from '#kernel/errors.ts';
import type { Guard, Lifecycle, Move } from '#kernel/lifecycle.ts';
import { members, type CartRole } from './share-roles.ts';

export const CART_STATUSES = ['ACTIVE', 'SAVED', 'QUOTED', 'TRANSFERRED', 'ORDERED', 'EXPRESS', 'EXPIRED', 'DELETED'] as const;
export type CartStatus = (typeof CART_STATUSES)[number];

export const CART_SOURCES = ['STOREFRONT', 'GUEST', 'EXPRESS', 'INSTALLED_BASE', 'PUNCHOUT'] as const;
export type CartSource = (typeof CART_SOURCES)[number];

/** Statuses of carts that may still become an order: their prices move, checkouts hold them and let go, and their days end. */
export const OPEN_STATUSES = ['ACTIVE', 'SAVED', 'EXPRESS'] as const satisfies readonly CartStatus[];

/**
 * `edit` is any change of lines, `handOver` the way to a quote, `transfer` that to a partner, `assistance` that to a sales rep and `disagree` the same for who does not agree to the terms; `quote`, `order`, `transferred`, `reprice` and `expire` come from elsewhere.
 * Of express orders: `queue` begins one, `join` adds to it, `submit` takes it to checkout, `withdraw` gives the cart back and
 * `discard` throws it away.
 */
export type CartCommand = UserCommand | 'join' | 'submit' | 'quote' | 'order' | 'transferred' | 'reprice' | 'expire';
type UserCommand = (typeof USER_COMMANDS)[number];
const USER_COMMANDS = ['read', 'edit', 'save', 'activate', 'duplicate', 'delete', 'checkout', 'handOver', 'transfer', 'assistance', 'disagree', 'queue', 'withdraw', 'discard', 'share', 'stopSharing', 'comment', 'finish'] as const;

export interface CartFacts {
  readonly heldByCheckout: boolean;
  readonly lineCount: number;
  readonly source?: CartSource;
  /** Whether its last day is over. Asked where a cart is opened; a cart that is held has until it is let go. */
  readonly pastEnd?: boolean;
}

type CartMove = Move<CartStatus, CartRole, CartFacts>;

const owners = ['owner', 'guestOwner'] as const;
const everyone = [...owners, ...members('comment')];
const editors = [...owners, ...members('edit')];
const payers = [...owners, ...members('checkout')];
/** Who may hand it to a partner: a guest has no account to go along. */
const buyers = ['owner', ...members('checkout')] as const;
const deleters = [...owners, ...members('delete')];
const helped = ['owner', ...members('assistance')] as const;
const objectors = ['owner', ...members('disagree')] as const;
const savers = ['owner', ...members('save')] as const;
const activators = ['owner', ...members('activate')] as const;

const notHeld: Guard<CartFacts> = (facts) =>
  facts.heldByCheckout ? { code: 'INVALID_STATE', reason: 'A checkout of this cart is under way; wait for it or cancel it.' } : undefined;
const notEmpty: Guard<CartFacts> = (facts) => (facts.lineCount === 0 ? { code: 'CART_EMPTY', reason: 'The cart has no lines.' } : undefined);
const expired = { code: 'CART_EXPIRED', reason: 'The cart has expired.' } as const;
const notPastEnd: Guard<CartFacts> = (facts) => (facts.pastEnd ? expired : undefined);
const pastEnd: Guard<CartFacts> = (facts) => (facts.pastEnd ? undefined : { code: 'INVALID_STATE', reason: 'Its last day is not over.' });
const fromTheShop: Guard<CartFacts> = ({ source = 'STOREFRONT' }) =>
  source === 'STOREFRONT' ? undefined : { code: 'OPERATION_DISABLED', reason: `A cart that came from elsewhere (${source}) cannot be the active cart.` };

/** A visit's cart is open and still nobody's active one. [CART-13] */
const notOfAVisit: Guard<CartFacts> = (facts) => (facts.source === 'PUNCHOUT' ? fromTheShop(facts) : undefined);

/** Refused for everybody with the reason that holds first. [CART-35] */
function closed(to: CartStatus, code: ErrorCode, reason: string): { readonly [C in UserCommand]: CartMove } {
  const move: CartMove = { to, by: everyone, when: [() => ({ code, reason })], audit: 'REFUSED' };
  return Object.fromEntries(USER_COMMANDS.map((command) => [command, move])) as { readonly [C in UserCommand]: CartMove };
}

const queued = 'The cart is on its way to become an order.';
const read = (to: CartStatus, when: readonly Guard<CartFacts>[] = []): CartMove => ({ to, by: everyone, when, audit: 'READ' });
const duplicate: CartMove = { to: 'SAVED', by: ['owner', ...members('duplicate')], when: [notEmpty], audit: 'DUPLICATED' };
const sharing = (to: CartStatus) =>
  ({
    share: { to, by: ['owner', ...members('share')], audit: 'SHARED' },
    stopSharing: { to: to === 'ACTIVE' ? 'SAVED' : to, by: ['owner', ...members('share')], when: [notHeld], audit: 'SHARING_STOPPED' },
    comment: { to, by: ['owner', ...members('comment')], audit: 'NOTIFIED' },
    finish: { to, by: members('finish'), audit: 'MEMBER_FINISHED' },
  }) as const;
const system = (to: CartStatus, audit: string, when: readonly Guard<CartFacts>[] = []): CartMove => ({ to, by: ['system'], when, audit });

/** The only place that knows what may happen to a cart in which status. [CART-02, CART-05, CART-35, CART-41] */
export const CART_LIFECYCLE: Lifecycle<CartStatus, CartCommand, CartRole, CartFacts> = {
  ACTIVE: {
    read: read('ACTIVE', [notPastEnd]),
    edit: { to: 'ACTIVE', by: editors, when: [notHeld], audit: 'EDITED' },
    save: { to: 'SAVED', by: savers, when: [notHeld], audit: 'SAVED' },
    activate: { to: 'ACTIVE', by: [...owners, ...members('activate')], when: [notOfAVisit], audit: 'ACTIVATED' },
    duplicate,
    ...sharing('ACTIVE'),
    delete: { to: 'DELETED', by: deleters, when: [notHeld], audit: 'DELETED' },
    checkout: { to: 'ACTIVE', by: payers, when: [notEmpty], audit: 'CHECKOUT_STARTED' },
    handOver: { to: 'ACTIVE', by: ['owner'], when: [notHeld, notEmpty], audit: 'QUOTE_STARTED' },
    transfer: { to: 'ACTIVE', by: buyers, when: [notHeld, notEmpty], audit: 'TRANSFER_STARTED' },
    assistance: { to: 'ACTIVE', by: helped, when: [notHeld, notEmpty], audit: 'QUOTE_STARTED' },
    disagree: { to: 'ACTIVE', by: objectors, when: [notHeld, notEmpty], audit: 'QUOTE_STARTED' },
    queue: { to: 'EXPRESS', by: ['owner'], when: [notHeld, notEmpty], audit: 'EXPRESS_QUEUED' },
    quote: system('QUOTED', 'QUOTED'),
    order: system('ORDERED', 'ORDERED'),
    transferred: system('TRANSFERRED', 'TRANSFERRED'),
    reprice: system('ACTIVE', 'REPRICED', [notHeld]),
    expire: system('EXPIRED', 'EXPIRED', [notHeld, pastEnd]),
  },
  SAVED: {
    read: read('SAVED', [notPastEnd]),
    edit: { to: 'SAVED', by: editors, when: [() => ({ code: 'CART_NOT_ACTIVE', reason: 'Only the active cart takes changes; activate it first.' })], audit: 'EDITED' },
    save: { to: 'SAVED', by: savers, when: [notHeld], audit: 'SAVED' },
    activate: { to: 'ACTIVE', by: activators, when: [notHeld, fromTheShop], audit: 'ACTIVATED' },
    duplicate,
    ...sharing('SAVED'),
    delete: { to: 'DELETED', by: ['owner', ...members('delete')], when: [notHeld], audit: 'DELETED' },
    checkout: { to: 'SAVED', by: ['owner', ...members('checkout')], when: [notEmpty], audit: 'CHECKOUT_STARTED' },
    handOver: { to: 'SAVED', by: ['owner'], when: [notHeld, notEmpty], audit: 'QUOTE_STARTED' },
    transfer: { to: 'SAVED', by: buyers, when: [notHeld, notEmpty], audit: 'TRANSFER_STARTED' },
    assistance: { to: 'SAVED', by: helped, when: [notHeld, notEmpty], audit: 'QUOTE_STARTED' },
    disagree: { to: 'SAVED', by: objectors, when: [notHeld, notEmpty], audit: 'QUOTE_STARTED' },
    queue: { to: 'EXPRESS', by: ['owner'], when: [notHeld, notEmpty], audit: 'EXPRESS_QUEUED' },
    quote: system('QUOTED', 'QUOTED'),
    order: system('ORDERED', 'ORDERED'),
    transferred: system('TRANSFERRED', 'TRANSFERRED'),
    reprice: system('SAVED', 'REPRICED', [notHeld]),
    expire: system('EXPIRED', 'EXPIRED', [notHeld, pastEnd]),
  },
  QUOTED: { ...closed('QUOTED', 'CART_IS_QUOTE', 'The cart became a quote; go on there.'), read: read('QUOTED'), duplicate, ...sharing('QUOTED') },
  TRANSFERRED: { ...closed('TRANSFERRED', 'CART_STATUS_INVALID', 'The cart was handed to a partner.'), read: read('TRANSFERRED'), duplicate },
  ORDERED: { ...closed('ORDERED', 'CART_ORDERED', 'The cart was ordered and can no longer change.'), read: read('ORDERED'), duplicate },
  EXPRESS: {
    ...closed('EXPRESS', 'CART_ORDERED', queued),
    read: read('EXPRESS', [notPastEnd]),
    join: { to: 'EXPRESS', by: ['owner'], when: [notHeld, notPastEnd], audit: 'EXPRESS_JOINED' },
    submit: { to: 'EXPRESS', by: ['owner'], when: [notEmpty, notPastEnd], audit: 'CHECKOUT_STARTED' },
    withdraw: { to: 'SAVED', by: ['owner'], when: [notHeld], audit: 'EXPRESS_CANCELED' },
    discard: { to: 'DELETED', by: ['owner'], when: [notHeld], audit: 'EXPRESS_CANCELED' },
    order: system('ORDERED', 'ORDERED'),
    reprice: system('EXPRESS', 'REPRICED', [notHeld]),
    expire: system('EXPIRED', 'EXPIRED', [notHeld, pastEnd]),
  },
  EXPIRED: closed('EXPIRED', expired.code, expired.reason),
  DELETED: closed('DELETED', 'CART_DELETED', 'The cart was deleted.'),
};
