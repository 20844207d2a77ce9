import { refuse } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { Person } from './people.ts';

const COLLEAGUE = /* GraphQL */ `
  query PublishingColleague($userId: ID!) {
    isPublishingColleague(userId: $userId)
  }
`;

const MAY_BUY = /* GraphQL */ `
  query AccountMayBuy($accountId: ID!) {
    accountMayBuy(accountId: $accountId)
  }
`;

/** Whether someone is a sales rep beside the viewer who may publish quotes too. */
export async function askPublishingColleague(ask: AskPeer, userId: string): Promise<boolean> {
  const { isPublishingColleague } = await ask<{ isPublishingColleague: boolean }>({ subgraph: 'accounts', query: COLLEAGUE, variables: { userId } });
  return isPublishingColleague;
}

/** An organisation that registered itself buys nothing before the seller has approved it. Asked each time: a token is older than an approval. [EXT-02] */
export async function refuseUnapproved(ask: AskPeer, { kind, accountId }: Viewer): Promise<void> {
  if (kind !== 'BUYER') return; // only organisations wait for approval
  const { accountMayBuy } = await ask<{ accountMayBuy: boolean }>({ subgraph: 'accounts', query: MAY_BUY, variables: { accountId } });
  if (!accountMayBuy) throw refuse('ACCOUNT_NOT_APPROVED', 'Your organisation is not approved yet. Your cart is kept.', { accountId });
}

const KIND = /* GraphQL */ `
  query UserKind($userId: ID!) {
    userKind(userId: $userId)
  }
`;

/** BUYER, INDIVIDUAL, GUEST, …; null for people of other accounts. */
export async function askUserKind(ask: AskPeer, userId: string): Promise<string | null> {
  const { userKind } = await ask<{ userKind: string | null }>({ subgraph: 'accounts', query: KIND, variables: { userId } });
  return userKind;
}

const COLLEAGUES = /* GraphQL */ `
  query ColleaguesByEmail($emails: [String!]!) {
    colleaguesByEmail(emails: $emails) { id name email }
  }
`;

/** The people of the viewer's organisation with these addresses; others are left out. */
export async function askColleagues(ask: AskPeer, emails: readonly string[]): Promise<Person[]> {
  const { colleaguesByEmail } = await ask<{ colleaguesByEmail: Person[] }>({ subgraph: 'accounts', query: COLLEAGUES, variables: { emails } });
  return colleaguesByEmail;
}
