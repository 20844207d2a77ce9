import { registerEnumType } from 'type-graphql';
import { RETURN_STATUSES, type ReturnStatus } from '../domain/return-lifecycle.ts';
import { POLICY_REASONS, type PolicyReason } from '../domain/return-policy.ts';
import { RETURN_SEARCH_FIELDS, type ReturnSearchField } from '../domain/search-lines.ts';

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
    BOOKED: { description: 'It is with fulfilment, where returns need no approval from its submission on: the goods are awaited.' },
    RECEIVING: { description: 'Some of the goods came back, and more are awaited.' },
    RECEIVED: { description: 'No more goods are awaited: what came is looked at and credited.' },
    CLOSED: { description: 'What came back is disposed of, and the money is back.' },
    CANCELED: { description: 'It was given up.' },
  },
});

export const ReturnSearchFieldEnum = Object.fromEntries(RETURN_SEARCH_FIELDS.map((field) => [field, field])) as { [F in ReturnSearchField]: F };
registerEnumType(ReturnSearchFieldEnum, {
  name: 'ReturnSearchField',
  description: 'What order lines are looked for by.',
  valuesConfig: {
    SERIAL_NUMBER: { description: 'Of a piece that was shipped.' },
    PART_NUMBER: { description: 'The SKU.' },
    ORDER_NUMBER: { description: 'Of the order.' },
  },
});

export const PolicyReasonEnum = Object.fromEntries(POLICY_REASONS.map((reason) => [reason, reason])) as { [R in PolicyReason]: R };
registerEnumType(PolicyReasonEnum, {
  name: 'ReturnObjectionReason',
  description: 'Why something cannot come back.',
  valuesConfig: {
    ORDER_NOT_BOOKED: { description: 'Its order is neither booked nor closed.' },
    PART_OF_ANOTHER: { description: 'It is part of a model or kit, and comes back with that.' },
    PRODUCT_NOT_RETURNABLE: { description: 'The product never comes back.' },
    FINAL_SALE: { description: 'It was a final sale.' },
    WINDOW_OVER: { description: 'The days in which it could come back are over.' },
    ORDER_MANAGEMENT: { description: 'It is held, or at a step in which nothing comes back.' },
    ALREADY_RETURNED: { description: 'All of it is on its way back, or came back.' },
    NOT_SHIPPED: { description: 'No more of it was shipped.' },
  },
});

export const PENDING_KINDS = ['WORKING', 'ENTERED'] as const;
export type PendingKind = (typeof PENDING_KINDS)[number];
export const PendingKindEnum = Object.fromEntries(PENDING_KINDS.map((kind) => [kind, kind])) as { [K in PendingKind]: K };
registerEnumType(PendingKindEnum, {
  name: 'PendingReturnKind',
  description: 'What becomes of a pending return when it is submitted.',
  valuesConfig: { WORKING: { description: 'The seller has to agree to it.' }, ENTERED: { description: 'It is booked at once.' } },
});
