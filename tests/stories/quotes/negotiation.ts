import type { Session } from '../../support/session.ts';

/* The moves of a negotiation as one-liners, so that a story reads as its sentence. */

export const FIELDS = 'id number version status priceHash expiresAt total { amount currency } owner { id } salesRep { id name } lines { id product { sku } description quantity uom unitPrice { amount } overridePrice { amount } total { amount } }';

// oxlint-disable-next-line no-explicit-any
type Quote = Record<string, any>;

const LINES = [{ sku: 'MUG-RED', quantity: '10' }, { sku: 'TEAPOT-1L', quantity: '1' }];

/** A draft of the buyer's: ten red mugs and a teapot. */
export async function draft(buyer: Session): Promise<Quote> {
  return (await buyer.ask(`mutation ($lines: [CartLineInput!]) { createQuote(lines: $lines) { ${FIELDS} } }`, { lines: LINES })).createQuote;
}

/** `request` is `requestQuote(quoteId: …)`. */
export async function move(who: Session, name: string, quoteId: string, more = ''): Promise<Quote> {
  return (await who.ask(mutation(name, quoteId, more)))[`${name}Quote`];
}

export const mutation = (name: string, quoteId: string, more = ''): string => `mutation { ${name}Quote(quoteId: "${quoteId}"${more && `, ${more}`}) ${name === 'delete' ? '' : `{ ${FIELDS} }`} }`;

export async function change(who: Session, quoteId: string, lines: object[], expectedVersion?: number): Promise<Quote> {
  return (await who.ask(CHANGE, { quoteId, lines, expectedVersion })).updateQuoteLines;
}

export const CHANGE = `mutation ($quoteId: ID!, $lines: [QuoteLineUpdate!]!, $expectedVersion: Int) { updateQuoteLines(quoteId: $quoteId, lines: $lines, expectedVersion: $expectedVersion) { ${FIELDS} } }`;

export const READ = `query ($id: ID!) { quote(id: $id) { ${FIELDS} audits { action from to actor { id name } } notes { text internal author { name } } revisions { number action total { amount } lines { sku unitPrice } } availableActions { name allowed reason } } }`;

export async function read(who: Session, id: string): Promise<Quote> {
  return (await who.ask(READ, { id })).quote;
}
