import type { AskPeer } from '#kernel/peers.ts';

const GUEST = /* GraphQL */ `
  query GuestOfToken($token: String!) {
    guestOfToken(token: $token) { id accountId }
  }
`;

/** Whom a guest token belongs to; null when it is no valid token of a guest. */
export async function askGuestOfToken(ask: AskPeer, token: string): Promise<{ id: string; accountId: string } | null> {
  const { guestOfToken } = await ask<{ guestOfToken: { id: string; accountId: string } | null }>({ subgraph: 'accounts', query: GUEST, variables: { token } });
  return guestOfToken;
}
