import type { AskPeer } from '#kernel/peers.ts';

const PLACE = /* GraphQL */ `
  mutation PlaceReceivedOrder($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      __typename
      ... on Order { id number placedAt }
    }
  }
`;

export interface OrderToPlace {
  readonly quoteId: string;
  readonly priceHash: string;
  readonly idempotencyKey: string;
  readonly shipToAddressId: string | null;
  readonly billToAddressId: string | null;
  readonly purchaseOrderNumber: string | null;
  readonly payment: { readonly kind: string };
}

export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly placedAt: string;
}

/** Orders a quote as its owner; the same key gives the same order. Null while somebody has to agree first. */
export async function placeOrder(ask: AskPeer, input: OrderToPlace): Promise<PlacedOrder | null> {
  const { placeOrder: outcome } = await ask<{ placeOrder: PlacedOrder & { readonly __typename: string } }>({ subgraph: 'orders', query: PLACE, variables: { input } });
  return outcome.__typename === 'Order' ? outcome : null;
}
