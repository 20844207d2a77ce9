/* The roles of who shares something with its owner, for every subgraph that lets things be shared. Each has a table of its own of what they may do. */

export const SHARE_ROLES = ['VIEWER', 'PARTICIPANT', 'ADMINISTRATOR'] as const;
export type ShareRole = (typeof SHARE_ROLES)[number];

/** Business members belong to the account of what is shared, private ones to another. */
export type Trade = 'b2b' | 'b2c';

/** A member's role counts by trade. */
export type MemberRole = `${Trade}:${ShareRole}`;

/** The least role for something; each role includes those below it. [SHARE-08] */
export type Least = ShareRole | 'OWNER';
export type LeastByTrade = { readonly [T in Trade]: Least };

const TRADES: readonly Trade[] = ['b2b', 'b2c'];

/** The members who have at least this role. */
export function membersFrom(least: LeastByTrade): readonly MemberRole[] {
  return TRADES.flatMap((trade) => {
    const lowest = least[trade];
    return lowest === 'OWNER' ? [] : SHARE_ROLES.slice(SHARE_ROLES.indexOf(lowest)).map((role): MemberRole => `${trade}:${role}`);
  });
}

export const isMemberRole = (role: string): role is MemberRole => role.includes(':');

export const memberRoleOf = (accountId: string, shared: { readonly accountId: string }, role: ShareRole): MemberRole => `${accountId === shared.accountId ? 'b2b' : 'b2c'}:${role}`;

/** What a member would have to be. */
export const leastFor = (least: LeastByTrade, role: MemberRole): Least => least[role.startsWith('b2b') ? 'b2b' : 'b2c'];
