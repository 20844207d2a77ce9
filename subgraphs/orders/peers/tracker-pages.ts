import { isRefusal } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';

const PENDING = /* GraphQL */ `
  query HasPendingOrders {
    pendingExpressOrders(first: 1) { pageInfo { hasNextPage } }
  }
`;

const RETURNS = /* GraphQL */ `
  query HasReturns {
    returns(first: 1) { pageInfo { hasNextPage } }
  }
`;

/** Whether the viewer has a page of pending express orders; carts know their own switch. */
export const hasPendingOrders = (ask: AskPeer): Promise<boolean> => isOpen(ask({ subgraph: 'carts', query: PENDING }));

export const hasReturns = (ask: AskPeer): Promise<boolean> => isOpen(ask({ subgraph: 'returns', query: RETURNS }));

async function isOpen(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false; // switched off, or not for this viewer
    throw error;
  }
}
