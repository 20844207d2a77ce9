import { registerEnumType } from 'type-graphql';
import { RETURN_STATUSES, type ReturnStatus } from '../domain/return-lifecycle.ts';

/** type-graphql wants an object for an enum; the union of literals stays the type. */
export const ReturnStatusEnum = Object.fromEntries(RETURN_STATUSES.map((status) => [status, status])) as { [S in ReturnStatus]: S };
registerEnumType(ReturnStatusEnum, {
  name: 'ReturnStatus',
  description: 'How far a return is.',
  valuesConfig: {
    PENDING: { description: 'Its owner is putting it together; nobody else sees it.' },
    PENDING_APPROVAL: { description: 'It was submitted, and the seller has to agree.' },
    APPROVED: { description: 'The seller agreed: the goods may be sent.' },
    REJECTED: { description: 'The seller turned it down.' },
    BOOKED: { description: 'It is with fulfilment.' },
    CLOSED: { description: 'The goods came back and were credited.' },
    CANCELED: { description: 'It was given up.' },
  },
});
