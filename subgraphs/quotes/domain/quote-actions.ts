import { actionOf, judge, type Action } from '#kernel/lifecycle.ts';
import { QUOTE_LIFECYCLE, type QuoteCommand, type QuoteFacts, type QuoteRole, type QuoteStatus } from './quote-lifecycle.ts';
import { QUOTE_UPDATES, type QuoteWorkflow } from './quote-rights.ts';

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
  { name: 'addQuoteNote', command: 'ADD_NOTE' },
  { name: 'placeOrder', command: 'PROCESS_CHECKOUT' },
];

/** What a page can offer, by the mutation's name: one row of the tables, judged. */
export function actionsOn(status: QuoteStatus, roles: readonly QuoteRole[], facts: QuoteFacts): Action[] {
  return [
    ...MOVES.map(({ name, command }) => actionOf(name, judge(QUOTE_LIFECYCLE, { status, command, roles, facts }))),
    ...UPDATES.map(({ name, command }) => actionOf(name, judge(QUOTE_UPDATES, { status, command, roles, facts }))),
  ];
}
