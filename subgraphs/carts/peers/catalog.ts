import type { AskPeer } from '#kernel/peers.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { Offer } from '../domain/price-cart.ts';

const OFFERS = /* GraphQL */ `
  query CartOffers($requests: [OfferRequest!]!, $forcePrices: Boolean, $forceStockOf: [String!]) {
    offers(requests: $requests, forcePrices: $forcePrices, forceStockOf: $forceStockOf) {
      sku
      uom
      problem
      name
      currency
      listPrice
      unitPrice
      explanation { kind source delta { amount currency } unitPriceAfter { amount currency } note }
      available
      stockUnknown
    }
  }
`;

/** What must be of this moment: an outside system that is kept from answering then refuses the question. */
export interface Forced {
  readonly prices?: boolean;
  /** SKUs. */
  readonly stockOf?: readonly string[];
}

/** The catalog's prices and stock for all lines of a cart, in one question and in the order asked. */
export async function askOffers(ask: AskPeer, lines: readonly { sku: string; quantityMicro: bigint; uom: string | null }[], forced: Forced = {}): Promise<readonly Offer[]> {
  if (lines.length === 0) return [];
  const requests = lines.map(({ sku, quantityMicro, uom }) => ({ sku, quantity: fromMicro(quantityMicro), uom }));
  const { offers } = await ask<{ offers: Offer[] }>({ subgraph: 'catalog', query: OFFERS, variables: { requests, forcePrices: forced.prices, forceStockOf: forced.stockOf } });
  return offers;
}
