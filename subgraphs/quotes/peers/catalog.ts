import type { AskPeer } from '#kernel/peers.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { DraftLine, Offer } from '../domain/price-quote.ts';

const OFFERS = /* GraphQL */ `
  query QuoteOffers($requests: [OfferRequest!]!) {
    offers(requests: $requests) {
      sku
      uom
      problem
      name
      currency
      listPrice
      unitPrice
      explanation { kind source delta { amount currency } unitPriceAfter { amount currency } note }
    }
  }
`;

/** The catalog's prices for the lines with a SKU, in one question and in their order. */
export async function askOffers(ask: AskPeer, lines: readonly Pick<DraftLine, 'sku' | 'quantityMicro' | 'uom'>[]): Promise<readonly Offer[]> {
  const requests = lines.filter((line) => line.sku !== null).map(({ sku, quantityMicro, uom }) => ({ sku, quantity: fromMicro(quantityMicro), uom }));
  if (requests.length === 0) return [];
  const { offers } = await ask<{ offers: Offer[] }>({ subgraph: 'catalog', query: OFFERS, variables: { requests } });
  return offers;
}
