import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

export const RETURN_STATUSES = ['PENDING', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'BOOKED', 'RECEIVING', 'RECEIVED', 'CLOSED', 'CANCELED'] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];
/**
 * `edit` is any change of lines or addresses; `book` comes after approval, `submitAndBook` in its place; `locate` says where the goods
 * are to be sent; `receiveAll` is the receipt after which nothing is awaited.
 */
export type ReturnCommand = 'edit' | 'submit' | 'submitAndBook' | 'cancel' | 'agree' | 'approve' | 'reject' | 'book' | 'locate' | 'receive' | 'receiveAll' | 'endReceiving' | 'inspect' | 'dispose' | 'close' | 'reopen';
/** `owner`: who began it; `approver`: who holds the role that is asked now; `seller`: anybody there; `warehouse`: administrators of the seller; `system`: settings and what follows from events. */
export type ReturnRole = 'owner' | 'approver' | 'seller' | 'warehouse' | 'system';

export interface ReturnFacts {
  readonly hasLines: boolean;
  /** How many roles are still to be asked after the one that is asked now. [RET-37] */
  readonly stepsAfter: number;
}

type ReturnGuard = Guard<ReturnFacts>;

const hasLines: ReturnGuard = (facts) => (facts.hasLines ? undefined : { code: 'INVALID_STATE', reason: 'There is nothing in it yet.' });
const othersFollow: ReturnGuard = ({ stepsAfter }) => (stepsAfter > 0 ? undefined : { code: 'INVALID_STATE', reason: 'Nobody is asked after this.' });
const isLast: ReturnGuard = ({ stepsAfter }) => (stepsAfter === 0 ? undefined : { code: 'INVALID_STATE', reason: 'Others have to agree after this.' });
const handedIn: ReturnGuard = () => ({ code: 'STALE_VERSION', reason: 'This return was handed in and no longer changes. Refresh to see it.' });

/** Whoever still edits or submits a return that was handed in elsewhere is told to refresh. [RET-12] */
function over<To extends ReturnStatus>(to: To) {
  const refused = { to, by: ['owner'], when: [handedIn], audit: 'REFUSED' } as const;
  return { edit: refused, submit: refused, submitAndBook: refused };
}

/**
 * The only place that knows what a return's status allows. PENDING is what the sources call Working where returns need
 * approval, and Entered where they do not and are booked at once. [RET-34..39, V 27]
 */
export const RETURN_LIFECYCLE: Lifecycle<ReturnStatus, ReturnCommand, ReturnRole, ReturnFacts> = {
  PENDING: {
    edit:          { to: 'PENDING',          by: ['owner'],    audit: 'EDIT_RETURN' },
    submit:        { to: 'PENDING_APPROVAL', by: ['owner'],    audit: 'SUBMIT_RETURN',  when: [hasLines],     announces: 'returnSubmitted' },
    submitAndBook: { to: 'BOOKED',           by: ['owner'],    audit: 'SUBMIT_RETURN',  when: [hasLines],     announces: 'returnSubmitted' },
    cancel:        { to: 'CANCELED',         by: ['owner'],    audit: 'CANCEL_RETURN' },
  },
  PENDING_APPROVAL: {
    ...over('PENDING_APPROVAL'),
    agree:         { to: 'PENDING_APPROVAL', by: ['approver'], audit: 'AGREE_RETURN',   when: [othersFollow] },
    approve:       { to: 'APPROVED',         by: ['approver'], audit: 'APPROVE_RETURN', when: [isLast],       announces: 'returnApproved' },
    reject:        { to: 'REJECTED',         by: ['approver'], audit: 'REJECT_RETURN',                        announces: 'returnRejected' },
    cancel:        { to: 'CANCELED',         by: ['owner'],    audit: 'CANCEL_RETURN' },
  },
  APPROVED: {
    ...over('APPROVED'),
    book:          { to: 'BOOKED',           by: ['system'],   audit: 'BOOK_RETURN' },
    locate:        { to: 'APPROVED',         by: ['seller'],   audit: 'LOCATE_RETURN' },
  },
  BOOKED: {
    ...over('BOOKED'),
    locate:        { to: 'BOOKED',           by: ['seller'],    audit: 'LOCATE_RETURN' },
    receive:       { to: 'RECEIVING',        by: ['warehouse'], audit: 'RECEIVE_RETURN' },
    receiveAll:    { to: 'RECEIVED',         by: ['warehouse'], audit: 'RECEIVE_RETURN' },
    endReceiving:  { to: 'RECEIVED',         by: ['warehouse'], audit: 'END_RECEIVING' },
  },
  RECEIVING: {
    ...over('RECEIVING'),
    receive:       { to: 'RECEIVING',        by: ['warehouse'], audit: 'RECEIVE_RETURN' },
    receiveAll:    { to: 'RECEIVED',         by: ['warehouse'], audit: 'RECEIVE_RETURN' },
    endReceiving:  { to: 'RECEIVED',         by: ['warehouse'], audit: 'END_RECEIVING' },
    inspect:       { to: 'RECEIVING',        by: ['warehouse'], audit: 'INSPECT_RETURN' },
    dispose:       { to: 'RECEIVING',        by: ['warehouse'], audit: 'DISPOSE_RETURN' },
  },
  RECEIVED: {
    ...over('RECEIVED'),
    inspect:       { to: 'RECEIVED',         by: ['warehouse'], audit: 'INSPECT_RETURN' },
    dispose:       { to: 'RECEIVED',         by: ['warehouse'], audit: 'DISPOSE_RETURN' },
    close:         { to: 'CLOSED',           by: ['system'],    audit: 'CLOSE_RETURN', announces: 'returnClosed' },
  },
  REJECTED: over('REJECTED'),
  CLOSED: {
    ...over('CLOSED'),
    reopen:        { to: 'RECEIVED',         by: ['system'],    audit: 'REOPEN_RETURN' }, // what its credit paid for was canceled: the money is the buyer's again
  },
  CANCELED: over('CANCELED'),
};

/** A return that is still being put together belongs to its owner alone: nobody tracks it. [RET-11] */
export const TRACKED_STATUSES: readonly ReturnStatus[] = RETURN_STATUSES.filter((status) => status !== 'PENDING');
export const isTracked = (status: ReturnStatus): boolean => TRACKED_STATUSES.includes(status);
