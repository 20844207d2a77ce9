import { refuse } from '#kernel/errors.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { askQuote } from '../peers/quotes.ts';
import { controlledCopy, requireCopier, saveCopy } from './duplicate-cart.ts';

/** The buyer copies a quote they may see to a saved cart of their own; custom items stay behind, for no catalog has them. [CART-45, CART-47] */
export async function saveQuoteAsCart(context: CartsContext, quoteId: string, name: string): Promise<Cart> {
  const viewer = requireCopier(context);
  if (viewer.kind !== 'BUYER' && viewer.kind !== 'INDIVIDUAL') throw refuse('FORBIDDEN', 'Only buyers copy quotes to carts.', { quoteId });
  const quote = await askQuote(context.ask, quoteId);
  const lines = quote.lines.flatMap(({ product, quantity, uom, configuration }) => (product ? [{ sku: product.sku, quantityMicro: toMicro(readQuantity(quantity)), uom, configuration, agreementId: null }] : []));
  if (lines.length === 0) throw refuse('CART_EMPTY', 'The quote has no lines of the catalog.', { quoteId });
  return saveCopy(context, viewer, await controlledCopy(context, viewer, name, lines), { quoteId });
}
