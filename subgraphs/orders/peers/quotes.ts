import { refuse } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { Confirmed, ConfirmedLine } from '../domain/confirmation.ts';
import type { ContractTerms } from '../domain/contract-terms.ts';
import { CONFIRMED_FIELDS, CONFIRMED_LINE_FIELDS, termsOf, type Amount, type AnsweredLine, type ConfirmedAnswer } from './confirmed-terms.ts';

const CONFIRM = /* GraphQL */ `
  mutation ConfirmQuote($quoteId: ID!, $priceHash: String!, $checkoutId: ID!) {
    confirmQuote(quoteId: $quoteId, priceHash: $priceHash, checkoutId: $checkoutId) {
      ${CONFIRMED_FIELDS}
      contract { template templateVersion text hash }
      lines { description ${CONFIRMED_LINE_FIELDS} }
    }
  }
`;

const RELEASE = /* GraphQL */ `
  mutation ReleaseQuote($quoteId: ID!, $checkoutId: ID!) {
    releaseQuote(quoteId: $quoteId, checkoutId: $checkoutId)
  }
`;

const SETTINGS = /* GraphQL */ `
  query AssistanceSettings {
    quoteSettings { enabled assistance assistanceReasons }
  }
`;

/** What a sales rep shall look at needs one who does, and one of the reasons there are, if it names one. [ASSIST-01, ASSIST-08] */
export async function refuseAssistance(ask: AskPeer, { reason }: { readonly reason?: string | null }): Promise<void> {
  const { quoteSettings } = await ask<{ quoteSettings: { enabled: boolean; assistance: boolean; assistanceReasons: string[] } }>({ subgraph: 'quotes', query: SETTINGS });
  const { enabled, assistance, assistanceReasons: reasons } = quoteSettings;
  if (!enabled || !assistance) throw refuse('OPERATION_DISABLED', 'Sales assistance is switched off.');
  if (reason != null && reasons.length > 0 && !reasons.includes(reason)) throw refuse('BAD_USER_INPUT', 'Name one of the reasons there are.', { reason, reasons });
}

const ASSIST = /* GraphQL */ `
  mutation AssistanceWithTerms($cartId: ID!, $reason: String, $comment: String) {
    requestAssistanceWithTerms(cartId: $cartId, reason: $reason, comment: $comment) { id }
  }
`;

/** Hands a cart over to the sales desk because its terms are not agreed to. Asked again it is the same quote. */
export async function assistWithTerms(ask: AskPeer, variables: { readonly cartId: string; readonly reason?: string | null; readonly comment?: string | null }): Promise<{ id: string }> {
  const { requestAssistanceWithTerms: quote } = await ask<{ requestAssistanceWithTerms: { id: string } }>({ subgraph: 'quotes', query: ASSIST, variables });
  return quote;
}

interface ConfirmedQuote extends ConfirmedAnswer {
  readonly contract: ContractTerms | null;
  readonly lines: readonly FrozenLine[];
}

interface FrozenLine extends AnsweredLine {
  readonly sku: string | null;
  readonly description: string | null;
  readonly unitPrice: string | null;
  readonly total: Amount | null;
}

/** Accepts a published quote at the price its buyer saw. The same checkout may ask again. */
export async function confirmQuote(ask: AskPeer, quoteId: string, priceHash: string, checkoutId: string, customItemSku: string | undefined): Promise<Confirmed> {
  const { confirmQuote: quote } = await ask<{ confirmQuote: ConfirmedQuote }>({ subgraph: 'quotes', query: CONFIRM, variables: { quoteId, priceHash, checkoutId } });
  return { ...termsOf(quote), contract: quote.contract, lines: quote.lines.map((line) => orderable(line, quoteId, customItemSku)) };
}

/** An order line names a product and has a price. A custom item has no product of its own, and gets the one that stands for such items. */
function orderable({ sku, unitPrice, total, ...line }: FrozenLine, quoteId: string, customItemSku: string | undefined): ConfirmedLine {
  if (unitPrice === null || total === null) {
    throw refuse('CUSTOM_ITEM_NOT_ORDERABLE', `${line.description ?? 'An item'} has no price yet. Ask your sales representative.`, { quoteId });
  }
  if (sku !== null) return { ...line, sku, unitPrice, total: total.amount };
  if (customItemSku !== undefined) return { ...line, sku: customItemSku, unitPrice, total: total.amount, custom: true };
  throw refuse('CUSTOM_ITEM_NOT_ORDERABLE', `${line.description ?? 'An item'} is no product of the shop. Ask your sales representative.`, { quoteId });
}

/** Lets go of a quote; nothing happens when this checkout does not hold it. */
export async function releaseQuote(ask: AskPeer, quoteId: string, checkoutId: string): Promise<void> {
  await ask({ subgraph: 'quotes', query: RELEASE, variables: { quoteId, checkoutId } });
}
