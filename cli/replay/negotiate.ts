import { microFrom } from '#kernel/money.ts';
import type { Product } from '../product/ask.ts';
import { priceText } from '../uci/ladder.ts';
import type { Sale } from './sale.ts';

const QUOTE = 'id status priceHash total { amount } lines { id quantity product { sku } unitPrice { amount } }';
const CREATE = `mutation ($cartId: ID!) { quote: createQuote(fromCartId: $cartId) { ${QUOTE} } }`;
const REQUEST = `mutation ($quoteId: ID!) { quote: requestQuote(quoteId: $quoteId, comment: "At the prices agreed, please.") { ${QUOTE} } }`;
const ASSIGN = `mutation ($quoteId: ID!) { quote: assignQuote(quoteId: $quoteId) { ${QUOTE} } }`;
const PRICE = `mutation ($quoteId: ID!, $lines: [QuoteLineUpdate!]!) { quote: updateQuoteLines(quoteId: $quoteId, lines: $lines) { ${QUOTE} } }`;
const PUBLISH = `mutation ($quoteId: ID!) { quote: publishQuote(quoteId: $quoteId) { ${QUOTE} } }`;
const READ = `query ($quoteId: ID!) { quote(id: $quoteId) { ${QUOTE} } }`;

export interface NegotiatedQuote {
  readonly id: string;
  readonly status: string;
  readonly priceHash: string;
  readonly total: { readonly amount: string };
  readonly lines: readonly { readonly id: string; readonly quantity: string; readonly product: { readonly sku: string }; readonly unitPrice: { readonly amount: string } }[];
}

/**
 * Prices that no list can hold are agreed between people: the buyer asks, a rep sets them line by line and publishes. Begun
 * again after a kill it goes on from the status the quote has.
 */
export async function negotiate(buyer: Product, rep: Product, cartId: string, sale: Sale): Promise<NegotiatedQuote> {
  const ask = async (who: Product, document: string, variables: Record<string, unknown>): Promise<NegotiatedQuote> =>
    (await who.ask<{ quote: NegotiatedQuote }>(document, variables)).quote;

  let quote = await ask(buyer, CREATE, { cartId });
  const quoteId = quote.id;
  if (quote.status === 'DRAFTING') quote = await ask(buyer, REQUEST, { quoteId });
  if (quote.status === 'QUOTE_REQUESTED') quote = await ask(rep, ASSIGN, { quoteId });
  if (quote.status === 'ASSIGNED') {
    const lines = pricesToSet(quote, sale);
    if (lines.length > 0) await ask(rep, PRICE, { quoteId, lines });
    await ask(rep, PUBLISH, { quoteId });
  }
  return ask(buyer, READ, { quoteId });
}

/** The lines of the quote are those of the cart, in their order, and so those of the invoice. */
function pricesToSet(quote: NegotiatedQuote, { invoice }: Sale): { lineId: string; unitPrice: string }[] {
  return quote.lines.flatMap((line, i) => {
    const wanted = invoice.lines[i];
    if (!wanted || wanted.sku !== line.product.sku || wanted.quantity !== Number(line.quantity)) throw new Error(`Line ${i + 1} of the quote is not that of invoice ${invoice.number}.`);
    return microFrom(line.unitPrice.amount) === wanted.price ? [] : [{ lineId: line.id, unitPrice: priceText(wanted.price) }];
  });
}
