import { minorFrom, type Money } from '#kernel/money.ts';
import type { AskPeer } from '#kernel/peers.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';
import type { ShippedLine } from '../domain/receive-goods.ts';

const PIECES = /* GraphQL */ `
  query ShippedPieces($orderLineIds: [ID!]!) {
    shippedPieces(orderLineIds: $orderLineIds) { orderLineId serialControlled serialNumbers }
  }
`;

const EXTEND = /* GraphQL */ `
  mutation ExtendReturnClaim($returnId: ID!, $version: Int!, $lines: [ReturnClaimInput!]!, $shippedOnly: Boolean!) {
    extendReturnClaim(returnId: $returnId, version: $version, lines: $lines, shippedOnly: $shippedOnly) { orderLineId quantity refund { amount currency } }
  }
`;

/** What left with order lines and is still with the customer, by order line. */
export async function askShippedPieces(ask: AskPeer, orderLineIds: readonly string[]): Promise<ReadonlyMap<string, ShippedLine>> {
  const { shippedPieces } = await ask<{ shippedPieces: (ShippedLine & { orderLineId: string })[] }>({ subgraph: 'orders', query: PIECES, variables: { orderLineIds } });
  return new Map(shippedPieces.map((line) => [line.orderLineId, line]));
}

export interface ExtendedClaim {
  /** All that the return now has of the order line, and what that brings back. */
  readonly quantityMicro: bigint;
  readonly refundMinor: bigint;
}

export interface ClaimToExtend {
  readonly returnId: string;
  /** Of the return, as it was when this was reckoned. */
  readonly version: number;
  /** How much in all, of each order line. */
  readonly lines: readonly { readonly orderLineId: string; readonly quantityMicro: bigint }[];
  /** Whether only what was shipped may come back. */
  readonly shippedOnly: boolean;
}

/** Asks for so much of each order line in all; may be repeated. More than may come back is refused, and an older version than was told before. */
export async function extendClaim(ask: AskPeer, { returnId, version, lines, shippedOnly }: ClaimToExtend): Promise<ReadonlyMap<string, ExtendedClaim>> {
  const wanted = lines.map(({ orderLineId, quantityMicro }) => ({ orderLineId, quantity: fromMicro(quantityMicro) }));
  const { extendReturnClaim } = await ask<{ extendReturnClaim: { orderLineId: string; quantity: string; refund: Money }[] }>({ subgraph: 'orders', query: EXTEND, variables: { returnId, version, lines: wanted, shippedOnly } });
  return new Map(extendReturnClaim.map(({ orderLineId, quantity, refund }) => [orderLineId, { quantityMicro: toMicro(quantity), refundMinor: minorFrom(refund.amount, refund.currency) }]));
}
