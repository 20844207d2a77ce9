/** Whom a price list is open to. */
export const AUDIENCE_KINDS = ['SITE', 'GROUP', 'ACCOUNT'] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];
