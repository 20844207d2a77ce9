import type { CartsContext } from '../context.ts';
import { askQuotesOffered, type QuotesOffered } from '../peers/quotes.ts';

export type { QuotesOffered };

const NOTHING: QuotesOffered = { quotes: false, assistance: false };

/** What the sales desk offers now; what cannot be reached is offered to nobody. [CART-26, CART-33] */
export const findQuotesOffered = ({ ask }: Pick<CartsContext, 'ask'>): Promise<QuotesOffered> => askQuotesOffered(ask).catch(() => NOTHING);
