import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_COPIES } from '../domain/quote-rights.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { addToCart } from '../peers/carts.ts';
import { findQuote } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { linesOf } from './quote-lines.ts';

/**
 * The buyer goes on with an ended quote as a plain cart, at the prices of the day: its products are added to his active
 * cart, once however often he asks. Custom items are no products, and stay behind. [QUOTE-37, QUOTE-56]
 */
export async function putQuoteIntoCart(context: QuotesContext, quoteId: string): Promise<{ id: string }> {
  const viewer = requireViewer(context);
  const { sql } = context.db;
  const { quote, actor } = await findQuote(sql, context.config, viewer, quoteId);
  judgeOrRefuse(QUOTE_COPIES, { status: quote.status, command: 'COPY_TO_CART', roles: actor.roles, facts: factsOf(quote, actor.roles, context.config, await offerTime(context)) }, { quoteId });
  const lines = (await linesOf(sql, quoteId)).flatMap(({ sku, quantityMicro, uom, configuration }) => (sku == null ? [] : [{ sku, quantity: fromMicro(quantityMicro), uom, configuration }]));
  if (lines.length === 0) throw refuse('CART_EMPTY', 'The quote has no products a cart could hold.', { quoteId });
  return addToCart(context.ask, lines, `quote ${quoteId}`);
}
