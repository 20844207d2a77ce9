import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { changeLines } from '../domain/change-lines.ts';
import type { DraftLine } from '../domain/price-quote.ts';
import type { QuoteTerms } from '../domain/quote-terms.ts';
import { askCart } from '../peers/carts.ts';

export interface WantedLine {
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
}

export const linesWanted = (wanted: readonly WantedLine[]): DraftLine[] => changeLines([], wanted, { maySetPrices: false, customItemsOnly: false, newId });

export interface CartLines {
  readonly cart: { readonly id: string; readonly version: number };
  readonly terms: QuoteTerms;
  readonly lines: readonly DraftLine[];
}

const OPEN_CART = ['ACTIVE', 'SAVED'];

/** What is in, and goes for, a cart of the viewer's own that can still become a quote. */
export async function linesOfCart(context: QuotesContext, viewer: Viewer, cartId: string): Promise<CartLines> {
  const cart = await askCart(context.ask, cartId);
  if (!cart) throw refuse('NOT_FOUND', 'There is no such cart.', { cartId });
  if (cart.owner.id !== viewer.id) throw refuse('FORBIDDEN', 'Only its owner makes a quote of a cart.', { cartId });
  if (!OPEN_CART.includes(cart.status)) throw refuse('INVALID_STATE', `No quote can be made of a cart that is ${cart.status}.`, { cartId, status: cart.status });
  if (cart.lines.length === 0) throw refuse('CART_EMPTY', 'The cart has no lines.', { cartId });
  const terms = { agreementId: cart.pricingAgreementId, promotionCodes: cart.promotionCodes.map(({ code }) => code), shippingMethod: cart.shippingMethod };
  return { cart, terms, lines: linesWanted(cart.lines.map(({ product, quantity, uom }) => ({ sku: product.sku, quantity, uom }))) };
}
