import type { ErrorCode } from '#kernel/errors.ts';
import type { Guard, Lifecycle, Move } from '#kernel/lifecycle.ts';
import type { QuoteFacts, QuoteRole, QuoteStatus } from './quote-lifecycle.ts';

const ownerOnly = ['owner'] as const;
const ownerAndSeller = ['owner', 'rep', 'plainRep'] as const;
const everyone = ['owner', 'rep', 'plainRep'] as const;

/** Who may see a quote at all in each status; for others there is no such quote. [QUOTE-04] */
export const QUOTE_READERS: { readonly [S in QuoteStatus]: readonly QuoteRole[] } = {
  CART_IN_PROGRESS: ownerAndSeller,
  DRAFTING: ownerOnly,
  QUOTE_REQUESTED: ownerAndSeller,
  ASSIGNED: ownerAndSeller,
  PUBLISHED: ownerAndSeller,
  SUBMITTED: ownerAndSeller,
  EDITING: ownerOnly,
  EXPIRED: ownerAndSeller,
  REJECTED: ownerAndSeller,
  CANCELED: ownerAndSeller,
};

export const mayRead = (status: QuoteStatus, roles: readonly QuoteRole[]): boolean => QUOTE_READERS[status].some((role) => roles.includes(role));

/** What an update is part of: `CHANGE_CART` mirrors a cart, the five after it support a checkout. [QUOTE-26, QUOTE-41] */
export const QUOTE_WORKFLOWS = [
  'CHANGE_LINES',
  'ADD_NOTE',
  'CHANGE_CART',
  'PROCESS_CHECKOUT',
  'UPDATE_CONTACT_INFO',
  'UPDATE_FULFILLMENT_GROUP',
  'PRICE_CART',
  'RECALCULATE_TAXES',
  'DELETE_CANCELED_QUOTE',
] as const;
export type QuoteWorkflow = (typeof QUOTE_WORKFLOWS)[number];

type QuoteGuard = Guard<QuoteFacts>;
type Update = Move<QuoteStatus, QuoteRole, QuoteFacts>;

const notExpired: QuoteGuard = (facts) => (facts.pastExpiry ? { code: 'QUOTE_EXPIRED', reason: 'The quote has expired. Clone it to negotiate again.' } : undefined);
const notHeldByAnother: QuoteGuard = (facts) => (facts.hold === 'foreign' ? { code: 'INVALID_STATE', reason: 'Another checkout of this quote is under way.' } : undefined);
const notHeld: QuoteGuard = (facts) => (facts.hold === 'none' ? undefined : { code: 'INVALID_STATE', reason: 'A checkout of this quote is under way.' });

/** An update leaves the status as it is. */
const update = (to: QuoteStatus, by: readonly QuoteRole[], audit: string, when: readonly QuoteGuard[] = []): Update => ({ to, by, when, audit });
const lines = (to: QuoteStatus, by: readonly QuoteRole[]): Update => update(to, by, 'LINES_CHANGED');
const note = (to: QuoteStatus, by: readonly QuoteRole[]): Update => update(to, by, 'NOTE_ADDED', [notHeld]);
/** Refused with a better word than "not possible". */
const closed = (to: QuoteStatus, code: ErrorCode, reason: string): Update => update(to, everyone, 'REFUSED', [() => ({ code, reason })]);
const checkout = (audit: string): Update => update('PUBLISHED', ownerOnly, audit, [notExpired, notHeldByAnother]);

/** Who may change something in a quote, status by status. Notes are talk, not content: open to both sides while they negotiate. */
export const QUOTE_UPDATES: Lifecycle<QuoteStatus, QuoteWorkflow, QuoteRole, QuoteFacts> = {
  CART_IN_PROGRESS: {
    CHANGE_CART: update('CART_IN_PROGRESS', ownerOnly, 'CART_CHANGED'),
    CHANGE_LINES: closed('CART_IN_PROGRESS', 'QUOTE_STATUS_INVALID', 'This quote follows its cart; change the cart.'),
  },
  DRAFTING: {
    CHANGE_LINES: lines('DRAFTING', ownerOnly),
    ADD_NOTE: note('DRAFTING', ownerOnly),
  },
  QUOTE_REQUESTED: {
    CHANGE_LINES: lines('QUOTE_REQUESTED', ['owner', 'unboundRep']),
    ADD_NOTE: note('QUOTE_REQUESTED', ['owner', 'rep']),
  },
  ASSIGNED: {
    CHANGE_LINES: lines('ASSIGNED', ['assignedRep']),
    ADD_NOTE: note('ASSIGNED', ['owner', 'rep']),
  },
  PUBLISHED: {
    PROCESS_CHECKOUT: checkout('CHECKOUT_STARTED'),
    UPDATE_CONTACT_INFO: checkout('CONTACT_CHANGED'),
    UPDATE_FULFILLMENT_GROUP: checkout('FULFILMENT_CHANGED'),
    PRICE_CART: checkout('PRICED'),
    RECALCULATE_TAXES: checkout('TAXES_CHANGED'),
    CHANGE_LINES: closed('PUBLISHED', 'QUOTE_STATUS_INVALID', 'A published quote stands as it is; take it back first.'),
    ADD_NOTE: note('PUBLISHED', ['owner', 'rep']),
  },
  SUBMITTED: {
    CHANGE_LINES: closed('SUBMITTED', 'QUOTE_STATUS_INVALID', 'The quote was ordered.'),
  },
  EDITING: {
    CHANGE_LINES: lines('EDITING', ownerOnly),
    ADD_NOTE: note('EDITING', ownerOnly),
  },
  EXPIRED: {
    PROCESS_CHECKOUT: closed('EXPIRED', 'QUOTE_EXPIRED', 'The quote has expired. Clone it to negotiate again.'),
    CHANGE_LINES: closed('EXPIRED', 'QUOTE_STATUS_INVALID', 'The quote has expired. Clone it to negotiate again.'),
  },
  REJECTED: {
    CHANGE_LINES: closed('REJECTED', 'QUOTE_STATUS_INVALID', 'The quote was rejected; ask again first.'),
  },
  CANCELED: {
    DELETE_CANCELED_QUOTE: update('CANCELED', ['rep', 'plainRep'], 'DELETE_QUOTE'),
    CHANGE_LINES: closed('CANCELED', 'QUOTE_STATUS_INVALID', 'The quote was canceled.'),
  },
};
