import { registerEnumType } from 'type-graphql';
import { CANDIDATE_REASONS, type CandidateReason } from '../domain/coverage.ts';
import { RECEIVED_STATUSES, type ReceivedStatus } from '../domain/received-lifecycle.ts';
import { TRANSFER_STATUSES, type TransferStatus } from '../domain/transfer-lifecycle.ts';

export const TransferStatusEnum = Object.fromEntries(TRANSFER_STATUSES.map((status) => [status, status])) as { [S in TransferStatus]: S };
registerEnumType(TransferStatusEnum, {
  name: 'TransferStatus',
  description: 'How far a cart is on its way to a partner.',
  valuesConfig: {
    OFFERED: { description: 'The partner has named his price; nothing is ordered, and the cart can still be changed.' },
    CONFIRMED: { description: 'The buyer has agreed to it; the cart is about to be sent.' },
    SENT: { description: 'It has been sent, or is being; the partner has not said yet that he has it. The cart keeps still.' },
    ACKNOWLEDGED: { description: 'The partner has an order of it: the cart is TRANSFERRED.' },
    FAILED: { description: 'It came to nothing, and the failure says why; the cart is free again, and another partner may be chosen.' },
    CANCELED: { description: 'The buyer took it back in time.' },
  },
});

export const CandidateReasonEnum = Object.fromEntries(CANDIDATE_REASONS.map((reason) => [reason, reason])) as { [R in CandidateReason]: R };
registerEnumType(CandidateReasonEnum, {
  name: 'TransferCandidateReason',
  description: 'Why a partner cannot fulfil a cart now.',
  valuesConfig: {
    OUT_OF_REGION: { description: 'He does not deliver to the country it goes to.' },
    NOT_COVERED: { description: 'He does not sell some of it.' },
    NOT_AVAILABLE: { description: 'He has not enough of some of it now.' },
    NO_ANSWER: { description: 'He did not answer in time.' },
    NOT_AUTHORISED: { description: 'He takes no carts from this shop.' },
  },
});

export const ReceivedStatusEnum = Object.fromEntries(RECEIVED_STATUSES.map((status) => [status, status])) as { [S in ReceivedStatus]: S };
registerEnumType(ReceivedStatusEnum, {
  name: 'ReceivedTransferStatus',
  description: 'What became of a cart that another shop handed over.',
  valuesConfig: {
    RECEIVED: { description: 'It is here, and no order of it yet: it is being made, or somebody has to agree first.' },
    ORDERED: { description: 'There is an order of it.' },
    REFUSED: { description: 'It could not be ordered, and the sender was told.' },
    WITHDRAWN: { description: 'The sender took it back before there was an order.' },
  },
});
