import { isMemberRole, leastFor, membersFrom, type LeastByTrade, type MemberRole } from '#kernel/share-roles.ts';

/**
 * Who may do what to a shared quote: the least role for it; each role includes those below it. What is not here is the
 * owner's, and to delete is nobody's on his side. [SHARE-04..08, SHARE-34, SHARE-35]
 */
export const LEAST_ROLE = {
  read:        { b2b: 'VIEWER',        b2c: 'VIEWER' },
  comment:     { b2b: 'VIEWER',        b2c: 'VIEWER' },
  duplicate:   { b2b: 'VIEWER',        b2c: 'VIEWER' },
  finish:      { b2b: 'VIEWER',        b2c: 'VIEWER' },
  update:      { b2b: 'PARTICIPANT',   b2c: 'PARTICIPANT' },
  order:       { b2b: 'ADMINISTRATOR', b2c: 'ADMINISTRATOR' },
  request:     { b2b: 'ADMINISTRATOR', b2c: 'OWNER' },
  share:       { b2b: 'ADMINISTRATOR', b2c: 'OWNER' },
  stopSharing: { b2b: 'ADMINISTRATOR', b2c: 'OWNER' },
} as const satisfies { readonly [operation: string]: LeastByTrade };

export type SharedOperation = keyof typeof LEAST_ROLE;

/** The members who may do it, for the tables of rights. */
export const members = (operation: SharedOperation): readonly MemberRole[] => membersFrom(LEAST_ROLE[operation]);

/** What the commands of the tables are to members. */
const OPERATIONS: { readonly [command: string]: SharedOperation } = {
  ADD_NOTE: 'comment',
  COPY_TO_CART: 'duplicate',
  CHANGE_LINES: 'update',
  PICK_ALTERNATIVE: 'update',
  PROCESS_CHECKOUT: 'order',
  request: 'request',
  share: 'share',
  stopSharing: 'stopSharing',
};

/** What a member would have to be for a command, for a refusal that helps. */
export function requiredRole(command: string, roles: readonly string[]): { readonly requiredRole?: string } {
  const role = roles.find(isMemberRole);
  if (!role) return {};
  const operation = OPERATIONS[command];
  return { requiredRole: operation ? leastFor(LEAST_ROLE[operation], role) : 'OWNER' };
}
