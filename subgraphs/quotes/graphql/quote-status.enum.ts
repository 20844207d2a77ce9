import { registerEnumType } from 'type-graphql';
import { QUOTE_STATUSES, QUOTE_HAND_OVERS, type QuoteStatus, type QuoteHandOver } from '../domain/quote-lifecycle.ts';

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

export const QuoteHandOverEnum = Object.fromEntries(QUOTE_HAND_OVERS.map((handOver) => [handOver, handOver])) as { [T in QuoteHandOver]: T };
registerEnumType(QuoteHandOverEnum, {
  name: 'QuoteHandOver',
  description: 'Where a quote is on its way to the quote system of the seller. Until that is given up, the store changes nothing about it.',
  valuesConfig: {
    PENDING: { description: 'It is being handed over.' },
    HANDED_OVER: { description: 'The quote system has it, and its number is that of there.' },
    REFUSED: { description: 'The quote system refused it for good; the seller looks into it.' },
    GIVEN_UP: { description: 'The seller gave that up: it stays here, like any other quote.' },
  },
});
