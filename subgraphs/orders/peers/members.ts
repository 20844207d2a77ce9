import { refuse } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';

export interface Member {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly permissions: readonly string[];
}

const MEMBERS = /* GraphQL */ `
  query MembersOf($accountId: ID!, $ids: [ID!]!, $permissions: [String!]!) {
    membersOf(accountId: $accountId, ids: $ids, permissions: $permissions) { id name email permissions }
  }
`;

/** The buyers of an account who are named, or who have any of the permissions now. */
export async function askMembers(ask: AskPeer, accountId: string, ids: readonly string[], permissions: readonly string[] = []): Promise<Member[]> {
  if (ids.length === 0 && permissions.length === 0) return [];
  const { membersOf } = await ask<{ membersOf: Member[] }>({ subgraph: 'accounts', query: MEMBERS, variables: { accountId, ids, permissions } });
  return membersOf;
}

/** What names people names buyers of the account. */
export async function refuseStrangers(ask: AskPeer, accountId: string, ids: readonly string[]): Promise<void> {
  const known = new Set((await askMembers(ask, accountId, ids)).map(({ id }) => id));
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) throw refuse('NOT_FOUND', 'The account has no such buyer.', { userId: stranger });
}
