export const PARTY_KINDS = ['ORGANISATION', 'PERSON'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const PARTY_STATUSES = ['ACTIVE', 'MERGED'] as const;
export type PartyStatus = (typeof PARTY_STATUSES)[number];

const KIND_OF: { readonly [accountKind: string]: PartyKind | undefined } = { ORGANISATION: 'ORGANISATION', INDIVIDUAL: 'PERSON' };

/** What sort of party buys under such an account; guests, the seller and partners are none. */
export const partyKindOf = (accountKind: string): PartyKind | undefined => KIND_OF[accountKind];
