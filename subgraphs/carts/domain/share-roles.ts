import { leastFor, membersFrom, type Least, type LeastByTrade, type MemberRole, type ShareRole } from '#kernel/share-roles.ts';

/** What somebody is to a cart. */
export type CartRole = 'owner' | 'guestOwner' | 'system' | MemberRole;

/** Who may do what to a shared cart: the least role for it; each role includes those below it. [SHARE-04..10, V.22, V.23] */
export const LEAST_ROLE = {
  edit:        { b2b: 'PARTICIPANT',   b2c: 'PARTICIPANT' },
  activate:    { b2b: 'PARTICIPANT',   b2c: 'PARTICIPANT' },
  save:        { b2b: 'PARTICIPANT',   b2c: 'PARTICIPANT' },
  name:        { b2b: 'OWNER',         b2c: 'OWNER' },
  append:      { b2b: 'OWNER',         b2c: 'OWNER' },
  duplicate:   { b2b: 'VIEWER',        b2c: 'VIEWER' },
  comment:     { b2b: 'VIEWER',        b2c: 'VIEWER' },
  finish:      { b2b: 'VIEWER',        b2c: 'VIEWER' },
  checkout:    { b2b: 'ADMINISTRATOR', b2c: 'ADMINISTRATOR' },
  share:       { b2b: 'ADMINISTRATOR', b2c: 'OWNER' },
  stopSharing: { b2b: 'ADMINISTRATOR', b2c: 'OWNER' },
  delete:      { b2b: 'ADMINISTRATOR', b2c: 'OWNER' },
  assistance:  { b2b: 'ADMINISTRATOR', b2c: 'OWNER' },
  disagree:    { b2b: 'ADMINISTRATOR', b2c: 'ADMINISTRATOR' },
} as const satisfies { readonly [operation: string]: LeastByTrade };

/** What a deployment calls the roles. */
export interface RoleLabels {
  readonly viewerLabel: string;
  readonly participantLabel: string;
  readonly administratorLabel: string;
}

export const labelOf = (role: ShareRole, { viewerLabel, participantLabel, administratorLabel }: RoleLabels): string =>
  ({ VIEWER: viewerLabel, PARTICIPANT: participantLabel, ADMINISTRATOR: administratorLabel })[role];

export type SharedOperation = keyof typeof LEAST_ROLE;

/** The members who may do it, for the lifecycle table. */
export const members = (operation: SharedOperation): readonly MemberRole[] => membersFrom(LEAST_ROLE[operation]);

/** What a member would have to be, for a refusal that helps. */
export const requiredRole = (operation: SharedOperation, role: MemberRole): Least => leastFor(LEAST_ROLE[operation], role);
