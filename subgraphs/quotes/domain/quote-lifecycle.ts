import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';
import type { MemberRole } from '#kernel/share-roles.ts';
import { members } from './share-roles.ts';

export const QUOTE_STATUSES = ['CART_IN_PROGRESS', 'DRAFTING', 'QUOTE_REQUESTED', 'ASSIGNED', 'PUBLISHED', 'SUBMITTED', 'EDITING', 'EXPIRED', 'REJECTED', 'CANCELED'] as const;
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];

/** Where a quote is that goes to the quote system of the seller: on its way, there, refused there, or kept after all. [EXT-16] */
export const QUOTE_HAND_OVERS = ['PENDING', 'HANDED_OVER', 'REFUSED', 'GIVEN_UP'] as const;
export type QuoteHandOver = (typeof QUOTE_HAND_OVERS)[number];
/** Those that go on here: all others may be there already, and go on there. */
export const isOurs = (handOver: QuoteHandOver | null | undefined): boolean => handOver == null || handOver === 'GIVEN_UP';

export const QUOTE_COMMANDS = ['draft', 'request', 'assign', 'unassign', 'publish', 'edit', 'recall', 'reject', 'cancel', 'submit', 'expire', 'clone', 'delete', 'receive'] as const;
export type QuoteCommand = (typeof QUOTE_COMMANDS)[number];

/**
 * `rep` holds PUBLISH_QUOTE, `plainRep` does not; `assignedRep` is the rep this quote is assigned to; `unboundRep` is any
 * rep where no assignment is required; members are those it is shared with. One person has several of these at once.
 */
export type QuoteRole = 'owner' | MemberRole | 'rep' | 'assignedRep' | 'unboundRep' | 'plainRep' | 'job';

export interface QuoteFacts {
  readonly assignmentRequired: boolean;
  readonly pastExpiry: boolean;
  /** The expiry job passes over the present status. */
  readonly sparedByJob: boolean;
  /** Which checkout holds the quote: none, the one that asks, or another one. */
  readonly hold: 'none' | 'own' | 'foreign';
  /** Custom items nobody has priced yet. */
  readonly unpricedLines: number;
  /** The buyer may not change what assistance made of his cart, or a member what is shared. */
  readonly updatesOff?: boolean;
  /** Here buyers do not cancel their quotes. */
  readonly cancelOff?: boolean;
  /** It went to the quote system of the seller. */
  readonly isElsewhere?: boolean;
  /** What was mirrored is the seller's to change from the moment assistance was asked for. */
  readonly sellerOnly?: boolean;
  /** Whom an assignment names: the rep himself where nobody is; a fit colleague only where the deployment lets quotes be handed over. */
  readonly assignee?: 'self' | 'colleague' | 'unfit';
}

type QuoteGuard = Guard<QuoteFacts>;

/** Two who negotiate one quote would each have another. [EXT-16] */
export const notElsewhere: QuoteGuard = (facts) => (facts.isElsewhere ? { code: 'QUOTE_HANDED_OVER', reason: 'The quote went to the quote system, where it goes on now.' } : undefined);
const assignmentOptional: QuoteGuard = (facts) => (facts.assignmentRequired ? { code: 'ASSIGNMENT_REQUIRED', reason: 'Assign the quote first.' } : undefined);
const everyLinePriced: QuoteGuard = (facts) => (facts.unpricedLines > 0 ? { code: 'PRICE_NOT_FOUND', reason: 'Give every custom item a price first.' } : undefined);
const fitAssignee: QuoteGuard = (facts) => (facts.assignee === 'unfit' ? { code: 'FORBIDDEN', reason: 'A sales rep assigns a quote to himself, or where that is allowed to a colleague who may publish.' } : undefined);
const pastExpiry: QuoteGuard = (facts) => (facts.pastExpiry ? undefined : { code: 'INVALID_STATE', reason: 'The quote has not expired yet.' });
const notSpared: QuoteGuard = (facts) => (facts.sparedByJob ? { code: 'INVALID_STATE', reason: 'Quotes in this status do not expire.' } : undefined);
const notHeld: QuoteGuard = (facts) => (facts.hold === 'none' ? undefined : { code: 'INVALID_STATE', reason: 'A checkout of this quote is under way.' });
const heldByThisCheckout: QuoteGuard = (facts) => (facts.hold === 'own' ? undefined : { code: 'INVALID_STATE', reason: 'Another checkout, or none, holds this quote.' });

const cancelsOn: QuoteGuard = (facts) => (facts.cancelOff ? { code: 'OPERATION_DISABLED', reason: 'Here only the seller cancels quotes.' } : undefined);

const owner = ['owner'] as const;
const handlers = ['assignedRep', 'unboundRep'] as const;
const ownerOrHandlers = ['owner', ...handlers] as const;

const request = { to: 'QUOTE_REQUESTED', by: ['owner', ...members('request')], audit: 'REQUEST_QUOTE', announces: 'quoteRequested' } as const;
const publish = { to: 'PUBLISHED', by: handlers, when: [everyLinePriced], audit: 'PUBLISH_QUOTE', announces: 'quotePublished' } as const;
const edit = { to: 'EDITING', by: owner, audit: 'EDIT_QUOTE' } as const;
const reject = { to: 'REJECTED', by: handlers, audit: 'REJECT_QUOTE', announces: 'quoteRejected' } as const;
const cancel = { to: 'CANCELED', by: ownerOrHandlers, when: [cancelsOn], audit: 'CANCEL_QUOTE', announces: 'quoteCanceled' } as const;
const submit = { to: 'SUBMITTED', by: owner, audit: 'SUBMIT_QUOTE' } as const;
/** Another shop hands a cart over, at the price that was offered for it, or hands it over again. */
const receive = { to: 'PUBLISHED', by: ['job'], audit: 'RECEIVE_QUOTE' } as const;
const expire = { to: 'EXPIRED', by: ['job'], when: [pastExpiry, notSpared], audit: 'EXPIRE_QUOTE', announces: 'quoteExpired' } as const;

/** The only place that knows what may happen to a quote in which status. A pair that is not here is refused. [QUOTE-02, QUOTE-03] */
export const QUOTE_LIFECYCLE: Lifecycle<QuoteStatus, QuoteCommand, QuoteRole, QuoteFacts> = {
  CART_IN_PROGRESS: {
    draft: { to: 'DRAFTING', by: owner, audit: 'CREATE_QUOTE' },
    request,
    submit,
  },
  DRAFTING: {
    request,
    cancel: { ...cancel, by: owner },
    receive,
  },
  QUOTE_REQUESTED: {
    assign: { to: 'ASSIGNED', by: ['rep'], when: [notElsewhere, fitAssignee], audit: 'ASSIGN_QUOTE' },
    publish: { ...publish, by: ['rep'], when: [notElsewhere, assignmentOptional, everyLinePriced] },
    edit: { ...edit, when: [notElsewhere] },
    reject: { ...reject, by: ['rep'], when: [notElsewhere, assignmentOptional] },
    cancel: { ...cancel, when: [notElsewhere, ...cancel.when] },
    expire: { ...expire, when: [notElsewhere, ...expire.when] },
  },
  ASSIGNED: {
    unassign: { to: 'QUOTE_REQUESTED', by: ['rep'], audit: 'UNASSIGN_QUOTE', announces: 'quoteRequested' },
    publish,
    reject,
    cancel,
    expire,
  },
  PUBLISHED: {
    request: { ...request, when: [notHeld] },
    recall: { to: 'QUOTE_REQUESTED', by: ['rep'], when: [notHeld], audit: 'RECALL_QUOTE', announces: 'quoteRequested' },
    edit: { ...edit, when: [notHeld] },
    cancel: { ...cancel, by: [...ownerOrHandlers, 'job'], when: [cancelsOn, notHeld] },
    receive: { ...receive, when: [notHeld] },
    submit: { ...submit, when: [heldByThisCheckout] },
    expire: { ...expire, when: [...expire.when, notHeld] },
  },
  SUBMITTED: {},
  EDITING: {
    request,
    cancel: { ...cancel, by: owner },
    expire,
  },
  EXPIRED: {
    receive,
    clone: { to: 'DRAFTING', by: owner, audit: 'CLONE_QUOTE' }, // the status of the new quote; this one stays as it is [QUOTE-13]
  },
  REJECTED: {
    request,
  },
  CANCELED: {
    receive,
    delete: { to: 'CANCELED', by: ['rep', 'plainRep'], audit: 'DELETE_QUOTE' },
  },
};

/** Moves that freeze a revision: what was asked for, and what was offered. */
export const REVISING: ReadonlySet<QuoteCommand> = new Set(['request', 'publish', 'receive']);

/** Before the seller has heard of it; afterwards asking for assistance once more only renews the reason. [ASSIST-05] */
export const UNASKED: ReadonlySet<QuoteStatus> = new Set(['CART_IN_PROGRESS', 'DRAFTING']);
