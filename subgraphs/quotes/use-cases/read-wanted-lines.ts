import { newId } from '#kernel/ids.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { changeLines } from '../domain/change-lines.ts';
import type { DraftLine } from '../domain/price-quote.ts';
import type { QuoteTerms } from '../domain/quote-terms.ts';
import type { CartToQuote } from '../peers/carts.ts';

export interface WantedLine {
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
  readonly configuration?: readonly OptionChoice[] | null;
  readonly agreementId?: string | null;
}

export const linesWanted = (wanted: readonly WantedLine[]): DraftLine[] => changeLines([], wanted, { maySetPrices: false, customItemsOnly: false, newId });

export interface CartLines {
  readonly cart: { readonly id: string; readonly version: number };
  readonly terms: QuoteTerms;
  readonly lines: readonly DraftLine[];
}

/** What is in, and goes for, a cart of the viewer's own that was kept still for its quote. */
export function linesOfCart(cart: CartToQuote): CartLines {
  const terms = { agreementId: cart.pricingAgreementId, promotionCodes: cart.promotionCodes.map(({ code }) => code), shippingMethod: cart.shippingMethod };
  const lines = cart.lines.map(({ product, quantity, uom, pricingAgreementId: agreementId, configuration }) => ({ sku: product.sku, quantity, uom, agreementId, configuration }));
  return { cart, terms, lines: linesWanted(lines) };
}
