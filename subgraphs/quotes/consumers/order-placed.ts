import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { QuoteRules } from '../domain/quote-roles.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { noteOrder } from '../use-cases/note-cart.ts';
import { submitQuote } from '../use-cases/submit-quote.ts';

/** An order was placed from a quote, or from a cart that one mirrors: it is submitted. */
export const orderPlaced = (rules: QuoteRules): ConsumerDefinition<QuotesTables> => ({
  name: 'quotes.orderPlaced',
  aggregateType: 'order',
  on: {
    ORDER_PLACED: async (tx, { payload: { orderId, quoteId, cartId, checkoutId }, actorId = null, createdAt }) => {
      if (typeof quoteId === 'string' && typeof checkoutId === 'string') await submitQuote(tx, rules, { quoteId, checkoutId, actorId, at: createdAt });
      else if (typeof cartId === 'string' && typeof orderId === 'string') await noteOrder(tx, { cartId, orderId, orderedById: actorId });
    },
  },
});
