import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { QuoteRules } from '../domain/quote-roles.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { submitQuote } from '../use-cases/submit-quote.ts';

/** An order was placed from a quote: it is submitted. */
export const orderPlaced = (rules: QuoteRules): ConsumerDefinition<QuotesTables> => ({
  name: 'quotes.orderPlaced',
  aggregateType: 'order',
  on: {
    ORDER_PLACED: async (tx, { payload: { quoteId, checkoutId }, actorId = null, createdAt }) => {
      if (typeof quoteId === 'string' && typeof checkoutId === 'string') await submitQuote(tx, rules, { quoteId, checkoutId, actorId, at: createdAt });
    },
  },
});
