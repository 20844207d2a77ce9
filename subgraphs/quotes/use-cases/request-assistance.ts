import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requirePermission } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { UNASKED, type QuoteRole } from '../domain/quote-lifecycle.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { readReason } from '../domain/read-reason.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { members, requiredRole } from '../domain/share-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { refuseUnapproved } from '../peers/accounts.ts';
import { askContract } from '../peers/contract.ts';
import { beginAssistance } from './begin-assistance.ts';
import { quoteCart, requireBuyer } from './create-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { writeNote } from './write-note.ts';
import { writeQuote } from './write-quote.ts';

export interface AssistanceRequest {
  readonly cartId: string;
  readonly reason?: string | null;
  readonly comment?: string | null;
  /** Because the terms of the cart are not agreed to, which more people may say. [TC-07, V.22] */
  readonly disagreed?: boolean;
}

/** Who may say anew why: the owner, and those who may ask the seller for him. */
const mayAskAgain = (roles: readonly QuoteRole[]): boolean => roles.some((role) => role === 'owner' || members('request').some((each) => each === role));

/** A buyer hands a cart over to a sales rep, his own or as an administrator of a business cart; who administrates any cart does so by disagreeing with its terms. Asked again it is the same quote, and only a new reason is taken in. [ASSIST-03, ASSIST-05] */
export async function requestAssistance(context: QuotesContext, { cartId, reason: text, comment, disagreed = false }: AssistanceRequest): Promise<Quote> {
  const viewer = requireBuyer(context);
  requirePermission(viewer, 'ASK_SALES_ASSISTANCE');
  await refuseUnapproved(context.ask, viewer);
  const { assistance, assistanceReasons: reasons } = context.config;
  if (!assistance) throw refuse('OPERATION_DISABLED', 'Sales assistance is switched off.');
  const reason = readReason(text);
  if (reason !== null && reasons.length > 0 && !reasons.includes(reason)) throw refuse('BAD_USER_INPUT', 'Name one of the reasons there are.', { reason, reasons });
  const contract = context.config.contracts ? await askContract(context.ask, cartId) : null;
  return quoteCart(context, viewer, { cartId, purpose: disagreed ? 'disagree' : 'assistance' }, async (tx, quote, roles) => {
    const at = await offerTime(context, tx.sql);
    const facts = factsOf(quote, roles, context.config, at);
    if (UNASKED.has(quote.status)) return beginAssistance(tx, quote, { actor: { id: viewer.id, roles }, config: context.config, at, set: { reason, termsDisputed: disagreed, contract: quote.contract ?? contract }, comment });
    if (reason === null || reason === quote.reason) return quote; // a retry
    if (!mayAskAgain(roles)) throw refuse('FORBIDDEN', 'Its owner says why assistance is needed.', { quoteId: quote.id, ...requiredRole('request', roles) });
    judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'ADD_NOTE', roles, facts }, { quoteId: quote.id });
    if (comment) await writeNote(tx, quote, { text: comment, authorId: viewer.id, at, internal: false, lineId: null });
    return writeQuote(tx, quote, { reason }, { type: 'REASON_CHANGED', actorId: viewer.id, at });
  });
}
