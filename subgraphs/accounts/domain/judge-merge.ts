import type { MergeKind } from './merge-steps.ts';

/** Why two cannot be merged. */
export interface MergeReason {
  readonly code: string;
  readonly message: string;
}

/** One of the two, as it is now. */
export interface MergeSide {
  readonly id: string;
  /** ORGANISATION or PERSON; null for who is no customer. */
  readonly partyKind: string | null;
  readonly partyId: string | null;
  readonly isActive: boolean;
  /** How many people can sign in. */
  readonly users: number;
}

export interface MergeFacts {
  readonly kind: MergeKind;
  readonly from: MergeSide;
  readonly to: MergeSide;
  /** Another merge that touches one of them. */
  readonly otherMergeId: string | null;
}

type Rule = (facts: MergeFacts) => MergeReason | undefined;

const customers: Rule = ({ from, to }) => (from.partyKind !== null && to.partyKind !== null ? undefined : { code: 'NOT_A_CUSTOMER', message: 'Only organisations and private people are merged; guests, partners and the seller are not.' });
const alike: Rule = ({ from, to }) => (from.partyKind === to.partyKind ? undefined : { code: 'KINDS_DIFFER', message: 'An organisation and a private person are not merged.' });
const active: Rule = ({ from, to }) => (from.isActive && to.isActive ? undefined : { code: 'NOT_ACTIVE', message: 'One of them is not active: it awaits approval, was turned away, or was merged before.' });
const alone: Rule = ({ otherMergeId }) => (otherMergeId === null ? undefined : { code: 'MERGE_UNDER_WAY', message: 'Another merge of one of them is under way.' });
const sameParty: Rule = ({ kind, from, to }) =>
  kind === 'PARTY' || from.partyKind !== 'ORGANISATION' || from.partyId === to.partyId || from.users === 0
    ? undefined
    : { code: 'PARTIES_DIFFER', message: 'The organisation has people who sign in, and is another party. Merge the parties first.' };

/** All that stands in the way, together. [MERGE-11] */
export const judgeMerge = (facts: MergeFacts): MergeReason[] => [customers, alike, active, alone, sameParty].flatMap((rule) => rule(facts) ?? []);
