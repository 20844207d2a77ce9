import type { AskPeer } from '#kernel/peers.ts';
import type { Viewer } from '#kernel/viewer.ts';

const BUYER = /* GraphQL */ `
  query BuyerById($id: ID!) {
    buyerById(id: $id) { id kind accountId permissions name email }
  }
`;

/** Who somebody is now, to ask on their behalf; null for who is no buyer, or no longer there. */
export async function askBuyer(ask: AskPeer, id: string): Promise<Viewer | null> {
  const { buyerById } = await ask<{ buyerById: Viewer | null }>({ subgraph: 'accounts', query: BUYER, variables: { id } });
  return buyerById;
}

const TOKEN = /* GraphQL */ `
  mutation IssueLimitedToken($userId: ID!, $permissions: [String!]!, $seconds: Int!) {
    issueLimitedToken(userId: $userId, permissions: $permissions, seconds: $seconds) { token expiresAt }
  }
`;

/** A token of a buyer that grants these of their permissions, and ends. */
export async function issueToken(ask: AskPeer, variables: { readonly userId: string; readonly permissions: readonly string[]; readonly seconds: number }): Promise<{ token: string; expiresAt: string }> {
  const { issueLimitedToken } = await ask<{ issueLimitedToken: { token: string; expiresAt: string } }>({ subgraph: 'accounts', query: TOKEN, variables });
  return issueLimitedToken;
}
