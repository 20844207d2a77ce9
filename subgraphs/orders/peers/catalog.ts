import type { AskPeer } from '#kernel/peers.ts';
import type { ConfirmedLine, ProductFacts } from '../domain/confirmation.ts';

const RESERVE = /* GraphQL */ `
  mutation ReserveStock($reservationId: ID!, $lines: [StockLineInput!]!, $expiresAt: DateTime!) {
    reserveStock(reservationId: $reservationId, lines: $lines, expiresAt: $expiresAt)
  }
`;

const RELEASE = /* GraphQL */ `
  mutation ReleaseStock($reservationId: ID!) {
    releaseStock(reservationId: $reservationId)
  }
`;

const REDEEM = /* GraphQL */ `
  mutation RedeemPromotions($checkoutId: ID!, $accountId: ID!, $promotionIds: [ID!]!) {
    redeemPromotions(checkoutId: $checkoutId, accountId: $accountId, promotionIds: $promotionIds)
  }
`;

const GIVE_BACK = /* GraphQL */ `
  mutation ReleasePromotions($checkoutId: ID!) {
    releasePromotions(checkoutId: $checkoutId)
  }
`;

const DESCRIBE = /* GraphQL */ `
  query DescribeOrdered($requests: [OfferRequest!]!) {
    offers(requests: $requests, factsOnly: true) { sku name returnable }
  }
`;

/** The name and returnability of products, by SKU. */
export async function describeProducts(ask: AskPeer, lines: readonly Pick<ConfirmedLine, 'sku' | 'quantity' | 'uom'>[]): Promise<ReadonlyMap<string, ProductFacts>> {
  const requests = lines.map(({ sku, quantity, uom }) => ({ sku, quantity, uom }));
  const { offers } = await ask<{ offers: (ProductFacts & { sku: string })[] }>({ subgraph: 'catalog', query: DESCRIBE, variables: { requests } });
  return new Map(offers.map((offer) => [offer.sku, offer]));
}

export interface StockLine {
  readonly sku: string;
  readonly quantity: string;
  readonly uom: string;
}

/** Puts stock aside until a moment: all lines or none. The same reservation may be asked for again. */
export async function reserveStock(ask: AskPeer, reservationId: string, lines: readonly StockLine[], expiresAt: Date): Promise<void> {
  await ask({ subgraph: 'catalog', query: RESERVE, variables: { reservationId, lines, expiresAt: expiresAt.toISOString() } });
}

/** Gives the stock back; nothing happens when there is no such reservation. */
export async function releaseStock(ask: AskPeer, reservationId: string): Promise<void> {
  await ask({ subgraph: 'catalog', query: RELEASE, variables: { reservationId } });
}

/** Counts a use of each promotion, of all or of none. The same checkout may ask again. */
export async function redeemPromotions(ask: AskPeer, checkoutId: string, accountId: string, promotionIds: readonly string[]): Promise<void> {
  await ask({ subgraph: 'catalog', query: REDEEM, variables: { checkoutId, accountId, promotionIds } });
}

/** Gives the uses back; nothing happens when there were none. */
export async function releasePromotions(ask: AskPeer, checkoutId: string): Promise<void> {
  await ask({ subgraph: 'catalog', query: GIVE_BACK, variables: { checkoutId } });
}
