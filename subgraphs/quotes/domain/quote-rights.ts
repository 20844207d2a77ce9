import type { ErrorCode } from '#kernel/errors.ts';
import type { Guard, Lifecycle, Move } from '#kernel/lifecycle.ts';
import { members } from './share-roles.ts';
import { notElsewhere, type QuoteFacts, type QuoteRole, type QuoteStatus } from './quote-lifecycle.ts';

const ownerOnly = ['owner'] as const;
const buyers = ['owner', ...members('read')] as const;
const buyersAndSeller = [...buyers, 'rep', 'plainRep'] as const;
const editors = ['owner', ...members('update')] as const;
const talkers = ['owner', ...members('comment')] as const;
const payers = ['owner', ...members('order')] as const;

/** Who may see a quote at all in each status; for others there is no such quote. [QUOTE-04] */
export const QUOTE_READERS: { readonly [S in QuoteStatus]: readonly QuoteRole[] } = {
  CART_IN_PROGRESS: buyersAndSeller,
  DRAFTING: buyers,
  QUOTE_REQUESTED: buyersAndSeller,
  ASSIGNED: buyersAndSeller,
  PUBLISHED: buyersAndSeller,
  SUBMITTED: buyersAndSeller,
  EDITING: buyers,
  EXPIRED: buyersAndSeller,
  REJECTED: buyersAndSeller,
  CANCELED: buyersAndSeller,
};

export const mayRead = (status: QuoteStatus, roles: readonly QuoteRole[]): boolean => QUOTE_READERS[status].some((role) => roles.includes(role));

/** Whether nobody of the seller may learn what happens to it then. [QUOTE-04] */
export const isBuyersOwn = (status: QuoteStatus): boolean => !mayRead(status, ['rep', 'plainRep']);

/** What an update is part of: `CHANGE_CART` mirrors a cart, `TAKE_CPQ_PRICES` is the seller's CPQ, the five after it support a checkout. [QUOTE-26, QUOTE-41] */
export const QUOTE_WORKFLOWS = [
  'CHANGE_LINES',
  'OFFER_ALTERNATIVES',
  'ADD_NOTE',
  'ASK_EXTENSION',
  'ACCEPT_LINES',
  'CHANGE_CART',
  'TAKE_CPQ_PRICES',
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

const updatesOn: QuoteGuard = (facts) => (facts.updatesOff ? { code: 'OPERATION_DISABLED', reason: 'Here buyers do not change quotes that came of assistance, nor members what is shared with them.' } : undefined);

const notSellers: QuoteGuard = (facts) => (facts.sellerOnly ? { code: 'QUOTE_STATUS_INVALID', reason: 'Only the sales rep changes it now; take it back first.' } : undefined);

/** An update leaves the status as it is. */
const update = (to: QuoteStatus, by: readonly QuoteRole[], audit: string, when: readonly QuoteGuard[] = []): Update => ({ to, by, when, audit });
const lines = (to: QuoteStatus, by: readonly QuoteRole[]): Update => update(to, by, 'LINES_CHANGED', [notElsewhere, updatesOn, notSellers]);
const offer = (to: QuoteStatus, by: readonly QuoteRole[]): Update => update(to, by, 'ALTERNATIVES_OFFERED', [notElsewhere]);
const cpq = (to: QuoteStatus): Update => update(to, ['job'], 'CPQ_PRICED');
const note = (to: QuoteStatus, by: readonly QuoteRole[]): Update => update(to, by, 'NOTE_ADDED', [notElsewhere, notHeld]);
/** Refused with a better word than "not possible". */
const refused = (to: QuoteStatus, by: readonly QuoteRole[], code: ErrorCode, reason: string): Update => update(to, [...by, 'rep', 'plainRep'], 'REFUSED', [() => ({ code, reason })]);
const closed = (to: QuoteStatus, reason: string): Update => refused(to, editors, 'QUOTE_STATUS_INVALID', reason);
const unpublished = (to: QuoteStatus): Update => refused(to, payers, 'QUOTE_NOT_PUBLISHED', 'Only a published offer can be ordered.');
const checkout = (audit: string): Update => update('PUBLISHED', payers, audit, [notExpired, notHeldByAnother]);

/** Who may change something in a quote, status by status. Notes are talk, not content: open to both sides while they negotiate. */
export const QUOTE_UPDATES: Lifecycle<QuoteStatus, QuoteWorkflow, QuoteRole, QuoteFacts> = {
  CART_IN_PROGRESS: {
    CHANGE_CART: update('CART_IN_PROGRESS', ownerOnly, 'CART_CHANGED'),
    CHANGE_LINES: closed('CART_IN_PROGRESS', 'This quote follows its cart; change the cart.'),
  },
  DRAFTING: {
    PROCESS_CHECKOUT: unpublished('DRAFTING'),
    CHANGE_LINES: lines('DRAFTING', editors),
    ADD_NOTE: note('DRAFTING', talkers),
  },
  QUOTE_REQUESTED: {
    PROCESS_CHECKOUT: unpublished('QUOTE_REQUESTED'),
    CHANGE_LINES: lines('QUOTE_REQUESTED', [...editors, 'unboundRep']),
    OFFER_ALTERNATIVES: offer('QUOTE_REQUESTED', ['unboundRep']),
    TAKE_CPQ_PRICES: cpq('QUOTE_REQUESTED'),
    ADD_NOTE: note('QUOTE_REQUESTED', [...talkers, 'rep']),
  },
  ASSIGNED: {
    PROCESS_CHECKOUT: unpublished('ASSIGNED'),
    CHANGE_LINES: lines('ASSIGNED', ['assignedRep']),
    OFFER_ALTERNATIVES: offer('ASSIGNED', ['assignedRep']),
    TAKE_CPQ_PRICES: cpq('ASSIGNED'),
    ADD_NOTE: note('ASSIGNED', [...talkers, 'rep']),
  },
  PUBLISHED: {
    PROCESS_CHECKOUT: checkout('CHECKOUT_STARTED'),
    UPDATE_CONTACT_INFO: checkout('CONTACT_CHANGED'),
    UPDATE_FULFILLMENT_GROUP: checkout('FULFILMENT_CHANGED'),
    PRICE_CART: checkout('PRICED'),
    RECALCULATE_TAXES: checkout('TAXES_CHANGED'),
    CHANGE_LINES: closed('PUBLISHED', 'A published quote stands as it is; take it back first.'),
    OFFER_ALTERNATIVES: closed('PUBLISHED', 'A published quote stands as it is; take it back first.'),
    ADD_NOTE: note('PUBLISHED', [...talkers, 'rep']),
    ASK_EXTENSION: update('PUBLISHED', ownerOnly, 'EXTENSION_WANTED', [notExpired, notHeld]),
    ACCEPT_LINES: update('PUBLISHED', ownerOnly, 'LINES_CHANGED', [notExpired, notHeld]),
  },
  SUBMITTED: {
    CHANGE_LINES: closed('SUBMITTED', 'The quote was ordered.'),
    OFFER_ALTERNATIVES: closed('SUBMITTED', 'The quote was ordered.'),
  },
  EDITING: {
    PROCESS_CHECKOUT: unpublished('EDITING'),
    CHANGE_LINES: lines('EDITING', editors),
    ADD_NOTE: note('EDITING', talkers),
  },
  EXPIRED: {
    PROCESS_CHECKOUT: refused('EXPIRED', payers, 'QUOTE_EXPIRED', 'The quote has expired. Clone it to negotiate again.'),
    CHANGE_LINES: closed('EXPIRED', 'The quote has expired. Clone it to negotiate again.'),
    OFFER_ALTERNATIVES: closed('EXPIRED', 'The quote has expired. Clone it to negotiate again.'),
  },
  REJECTED: {
    PROCESS_CHECKOUT: unpublished('REJECTED'),
    CHANGE_LINES: closed('REJECTED', 'The quote was rejected; ask again first.'),
    OFFER_ALTERNATIVES: closed('REJECTED', 'The quote was rejected; ask again first.'),
  },
  CANCELED: {
    PROCESS_CHECKOUT: unpublished('CANCELED'),
    DELETE_CANCELED_QUOTE: update('CANCELED', ['rep', 'plainRep'], 'DELETE_QUOTE'),
    CHANGE_LINES: closed('CANCELED', 'The quote was canceled.'),
    OFFER_ALTERNATIVES: closed('CANCELED', 'The quote was canceled.'),
  },
};

const pick = (to: QuoteStatus, by: readonly QuoteRole[], when: readonly QuoteGuard[] = [notElsewhere, updatesOn, notSellers]): { PICK_ALTERNATIVE: Update } => ({ PICK_ALTERNATIVE: update(to, by, 'ALTERNATIVE_PICKED', when) });
const unpickable = (to: QuoteStatus, reason: string): { PICK_ALTERNATIVE: Update } => ({ PICK_ALTERNATIVE: closed(to, reason) });

/** Where the buyer takes an alternative, and what comes of it: where he may change lines it is one more change; a published offer is asked for again. [QUOTE-27] */
export const ALTERNATIVE_PICKS: Lifecycle<QuoteStatus, 'PICK_ALTERNATIVE', QuoteRole, QuoteFacts> = {
  CART_IN_PROGRESS: unpickable('CART_IN_PROGRESS', 'This quote follows its cart; change the cart.'),
  DRAFTING: pick('DRAFTING', editors),
  QUOTE_REQUESTED: pick('QUOTE_REQUESTED', editors),
  ASSIGNED: unpickable('ASSIGNED', 'The sales rep works on it; wait for his offer.'),
  PUBLISHED: pick('QUOTE_REQUESTED', ownerOnly, [notExpired, notHeld]),
  SUBMITTED: unpickable('SUBMITTED', 'The quote was ordered.'),
  EDITING: pick('EDITING', editors),
  EXPIRED: unpickable('EXPIRED', 'The quote has expired. Clone it to negotiate again.'),
  REJECTED: unpickable('REJECTED', 'The quote was rejected; ask again first.'),
  CANCELED: unpickable('CANCELED', 'The quote was canceled.'),
};

const copy = (to: QuoteStatus): { COPY_TO_CART: Update } => ({ COPY_TO_CART: update(to, ['owner', ...members('duplicate')], 'COPIED') });

/** Where its owner, and those it is shared with, may take a copy of a quote into a plain cart; the quote stays as it is, without a trace. [QUOTE-37, QUOTE-56] */
export const QUOTE_COPIES: Lifecycle<QuoteStatus, 'COPY_TO_CART', QuoteRole, QuoteFacts> = {
  CART_IN_PROGRESS: {},
  DRAFTING: {},
  QUOTE_REQUESTED: {},
  ASSIGNED: {},
  PUBLISHED: copy('PUBLISHED'),
  SUBMITTED: copy('SUBMITTED'),
  EDITING: {},
  EXPIRED: copy('EXPIRED'),
  REJECTED: copy('REJECTED'),
  CANCELED: copy('CANCELED'),
};
