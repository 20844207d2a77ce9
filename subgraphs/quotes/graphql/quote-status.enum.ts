import { registerEnumType } from 'type-graphql';
import { QUOTE_STATUSES, type QuoteStatus } from '../domain/quote-lifecycle.ts';

export const QuoteStatusEnum = Object.fromEntries(QUOTE_STATUSES.map((status) => [status, status])) as { [S in QuoteStatus]: S };
registerEnumType(QuoteStatusEnum, {
  name: 'QuoteStatus',
  description: 'Where a negotiation stands; it decides who may see, change and move the quote.',
  valuesConfig: {
    CART_IN_PROGRESS: { description: 'Mirrors a cart its buyer is filling; only the cart changes it.' },
    DRAFTING: { description: 'The buyer is writing it; the seller does not see it.' },
    QUOTE_REQUESTED: { description: 'The seller was asked for an offer.' },
    ASSIGNED: { description: 'A sales rep is working on it; only that rep changes it.' },
    PUBLISHED: { description: 'An offer with an end; the buyer can order from it.' },
    SUBMITTED: { description: 'It was ordered.' },
    EDITING: { description: 'The buyer took it back to change it; the seller does not see it.' },
    EXPIRED: { description: 'The offer has ended; its buyer can clone it.' },
    REJECTED: { description: 'The seller declined; the buyer can ask again.' },
    CANCELED: { description: 'It was ended for good.' },
  },
});
