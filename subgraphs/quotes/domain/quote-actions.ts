import { actionOf, judge, type Action } from '#kernel/lifecycle.ts';
import { QUOTE_LIFECYCLE, type QuoteCommand, type QuoteFacts, type QuoteRole, type QuoteStatus } from './quote-lifecycle.ts';
import { QUOTE_SHARING, type SharingCommand } from './quote-sharing.ts';
import { ALTERNATIVE_PICKS, QUOTE_COPIES, QUOTE_UPDATES, type QuoteWorkflow } from './quote-rights.ts';

const MOVES: readonly { readonly name: string; readonly command: QuoteCommand }[] = [
  { name: 'requestQuote', command: 'request' },
  { name: 'assignQuote', command: 'assign' },
  { name: 'unassignQuote', command: 'unassign' },
  { name: 'publishQuote', command: 'publish' },
  { name: 'editQuote', command: 'edit' },
  { name: 'recallQuote', command: 'recall' },
  { name: 'rejectQuote', command: 'reject' },
  { name: 'cancelQuote', command: 'cancel' },
  { name: 'cloneQuote', command: 'clone' },
  { name: 'deleteQuote', command: 'delete' },
];

const UPDATES: readonly { readonly name: string; readonly command: QuoteWorkflow }[] = [
  { name: 'updateQuoteLines', command: 'CHANGE_LINES' },
  { name: 'offerQuoteAlternatives', command: 'OFFER_ALTERNATIVES' },
  { name: 'addQuoteNote', command: 'ADD_NOTE' },
  { name: 'askQuoteExtension', command: 'ASK_EXTENSION' },
  { name: 'acceptQuoteLines', command: 'ACCEPT_LINES' },
  { name: 'placeOrder', command: 'PROCESS_CHECKOUT' },
];

/** Whether quotes can be shared at all, and whether this one ever was. */
type Sharing = 'off' | 'possible' | 'shared';

/** What is not offered to anybody is absent, not refused. */
const SHARING: readonly { readonly name: string; readonly command: SharingCommand; readonly needs: Sharing }[] = [
  { name: 'shareQuote', command: 'share', needs: 'possible' },
  { name: 'updateQuoteMembers', command: 'share', needs: 'shared' },
  { name: 'stopSharingQuote', command: 'stopSharing', needs: 'shared' },
  { name: 'finishQuoteWork', command: 'finish', needs: 'shared' },
];

/** What there is beside the moves. */
export interface Offered {
  readonly sharing: Sharing;
  readonly attachments: boolean;
  /** Whether there is an alternative to one of its lines. */
  readonly alternatives: boolean;
}

/** What a page can offer, by the mutation's name: one row of the tables, judged. */
export function actionsOn(status: QuoteStatus, roles: readonly QuoteRole[], facts: QuoteFacts, { sharing, attachments, alternatives }: Offered): Action[] {
  return [
    ...MOVES.map(({ name, command }) => actionOf(name, judge(QUOTE_LIFECYCLE, { status, command, roles, facts }))),
    ...UPDATES.map(({ name, command }) => actionOf(name, judge(QUOTE_UPDATES, { status, command, roles, facts }))),
    ...(attachments ? [actionOf('applyQuoteAttachments', judge(QUOTE_UPDATES, { status, command: 'CHANGE_LINES', roles, facts }))] : []),
    ...(alternatives ? [actionOf('pickQuoteAlternative', judge(ALTERNATIVE_PICKS, { status, command: 'PICK_ALTERNATIVE', roles, facts }))] : []),
    actionOf('copyQuoteToCart', judge(QUOTE_COPIES, { status, command: 'COPY_TO_CART', roles, facts })),
    ...SHARING.filter(({ needs }) => sharing === 'shared' || sharing === needs).map(({ name, command }) => actionOf(name, judge(QUOTE_SHARING, { status, command, roles, facts }))),
  ];
}
