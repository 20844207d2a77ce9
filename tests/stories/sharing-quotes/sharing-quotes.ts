import type { Data, Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import type { MemberRow } from '../sharing/sharing.ts';

export const SHARED_QUOTE = 'id number version status priceHash owner { id } members { id version role notify email retrievalNumber user { id name } } invitations { id version role email retrievalNumber } lines { id quantity unitPrice { amount } product { sku } } notes { text } availableActions { name allowed }';
export const SHARE = `mutation ($quoteId: ID!, $members: [QuoteMemberInput!]!, $comment: String) { shareQuote(quoteId: $quoteId, members: $members, comment: $comment) { ${SHARED_QUOTE} } }`;
export const CHANGE = `mutation ($quoteId: ID!, $changes: [QuoteMemberChange!]!, $comment: String) { updateQuoteMembers(quoteId: $quoteId, changes: $changes, comment: $comment) { ${SHARED_QUOTE} } }`;
export const REMOVE = `mutation ($quoteId: ID!, $memberId: ID!, $notify: Boolean, $expectedVersion: Int) { removeQuoteMember(quoteId: $quoteId, memberId: $memberId, notify: $notify, expectedVersion: $expectedVersion) { ${SHARED_QUOTE} } }`;
export const STOP = `mutation ($quoteId: ID!) { stopSharingQuote(quoteId: $quoteId) { ${SHARED_QUOTE} } }`;
export const FINISH = 'mutation ($quoteId: ID!, $notify: [ID!], $comment: String) { finishQuoteWork(quoteId: $quoteId, notifyMemberIds: $notify, comment: $comment) { id version } }';
export const RETRIEVE = `mutation ($number: String!) { retrieveSharedQuote(number: $number) { ${SHARED_QUOTE} } }`;
export const READ = `query ($quoteId: ID!) { quote(id: $quoteId) { ${SHARED_QUOTE} } }`;
export const UPDATE = 'mutation ($quoteId: ID!, $lines: [QuoteLineUpdate!]!, $expectedVersion: Int) { updateQuoteLines(quoteId: $quoteId, lines: $lines, expectedVersion: $expectedVersion) { id version lines { id quantity } } }';
export const WATCH = 'subscription ($quoteId: ID!) { quoteChanged(quoteId: $quoteId) { cause version quote { id version } } }';
export const WATCH_ALL = 'subscription { quotesChanged { quoteId cause quote { id } } }';
export const LIST = '{ quotes { nodes { id } } }';
export const ASSIST = 'mutation ($cartId: ID!, $reason: String) { requestAssistance(cartId: $cartId, reason: $reason) { id status owner { id } } }';
export const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id soldTo { name } } } }';

export const startSharingQuotes = (env: Record<string, string> = {}): Promise<World> => startWorld({ env: { CARTWRIGHT_QUOTES_SHARING: 'true', CARTWRIGHT_QUOTES_DRAFT_UPDATES: 'true', ...env } });

/** A draft with one line. */
export async function draftOf(owner: Session): Promise<Data> {
  return (await owner.ask(`mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: "10" }]) { ${SHARED_QUOTE} } }`)).createQuote;
}

/** A draft shared by its owner. */
export async function shareDraft(owner: Session, members: readonly { email: string; role: string; notify?: boolean }[], comment?: string): Promise<Data> {
  const { id } = await draftOf(owner);
  return (await owner.ask(SHARE, { quoteId: id, members, comment })).shareQuote;
}

/** The rep makes an offer of a draft. */
export async function publish(owner: Session, rep: Session, quoteId: string): Promise<Data> {
  await owner.ask('mutation ($id: ID!) { requestQuote(quoteId: $id) { id } }', { id: quoteId });
  await rep.ask('mutation ($id: ID!) { assignQuote(quoteId: $id) { id } }', { id: quoteId });
  return (await rep.ask('mutation ($id: ID!) { publishQuote(quoteId: $id) { id priceHash } }', { id: quoteId })).publishQuote;
}

export function memberOf(quote: Data, email: string): MemberRow {
  const member = [...quote.members, ...quote.invitations].find((each: MemberRow) => each.email === email);
  if (!member) throw new Error(`${email} is no member.`);
  return member;
}
