import type { AskPeer } from '#kernel/peers.ts';

const PLACE = /* GraphQL */ `
  mutation PunchOutOrder($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      __typename
      ... on Order { id number }
      ... on ApprovalRequired { approvalId reason }
    }
  }
`;

export interface WantedOrder {
  readonly cartId: string;
  readonly priceHash: string;
  readonly idempotencyKey: string;
  readonly purchaseOrderNumber: string;
}

export interface PlacedOrder {
  /** Null while it waits. */
  readonly id: string | null;
  readonly number: string | null;
  /** What it waits for, in a sentence. */
  readonly waitsFor?: string;
}

interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly number?: string;
  readonly reason?: string;
}

/** Orders on behalf of who is asking, as from a page of the shop. */
export async function placeOrder(ask: AskPeer, input: WantedOrder): Promise<PlacedOrder> {
  const { placeOrder: outcome } = await ask<{ placeOrder: Outcome }>({ subgraph: 'orders', query: PLACE, variables: { input } });
  const { id = null, number = null } = outcome;
  return id === null ? { id, number, waitsFor: outcome.reason ?? 'The order waits for its buyer.' } : { id, number };
}
