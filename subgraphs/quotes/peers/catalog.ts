import type { AskPeer } from '#kernel/peers.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { DraftLine } from '../domain/price-quote.ts';
import type { PricedAnswer } from '../domain/priced-answer.ts';
import type { QuoteTerms } from '../domain/quote-terms.ts';

const PRICE = /* GraphQL */ `
  query QuotePrice($input: PriceDocumentInput!) {
    priceDocument(input: $input) {
      currency
      pricesIncludeTax
      paymentTerm
      lines {
        id
        uom
        problem
        configurationFault { reason optionClass option: sku }
        name
        listPrice
        unitPrice
        total
        discount
        taxes { code rate base amount }
        explanation {
          kind
          source
          sourceVersion
          delta { amount currency }
          unitPriceAfter { amount currency }
          note
          losers { source unitPrice { amount currency } reason }
        }
      }
      freeLines { sku name uom quantity promotionId }
      adjustments { promotionId name code amount }
      shipping { problem }
      taxes { code rate base amount }
      subtotal
      discountTotal
      taxRelief
      taxTotal
      taxProblem
      shippingTotal
      total
      promotionsApplied { id }
      promotionsRefused { code reason }
      agreementsRefused { id lineId reason }
    }
  }
`;

export interface AskedPrice {
  readonly accountId: string;
  readonly currency?: string;
  readonly terms: QuoteTerms;
  readonly lines: readonly DraftLine[];
}

/** What the lines with a SKU cost the buyer's account, whoever asks: one question for the whole quote. */
export async function askPrice(ask: AskPeer, { accountId, currency, terms, lines }: AskedPrice): Promise<PricedAnswer> {
  const input = { accountId, guest: false, mode: 'QUOTE', currency, ...terms, lines: lines.filter((line) => line.sku !== null).map(lineInput) };
  const { priceDocument } = await ask<{ priceDocument: PricedAnswer }>({ subgraph: 'catalog', query: PRICE, variables: { input } });
  return priceDocument;
}

function lineInput({ id, sku, quantityMicro, uom, agreementId, overrideUnitMicro, overrideBy, configuration }: DraftLine): Record<string, unknown> {
  const override = overrideUnitMicro === null ? null : { unitPrice: fromMicro(overrideUnitMicro), by: overrideBy ?? 'sales rep' };
  return { id, sku, quantity: fromMicro(quantityMicro), uom, agreementId, override, configuration };
}

const MOVED = /* GraphQL */ `
  mutation PricesMovedInCpq($items: [OutsidePriceInput!]!) {
    invalidateOutsidePrices(items: $items)
  }
`;
const ITEMS_AT_ONCE = 500;

/** The system that prices come from has other prices than are kept: they are asked for anew, and carts with the products are repriced. Prices of our own lists stand. */
export async function tellPricesMoved(ask: AskPeer, items: readonly { readonly sku: string; readonly uom: string; readonly accountId: string }[]): Promise<void> {
  for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) await ask({ subgraph: 'catalog', query: MOVED, variables: { items: items.slice(from, from + ITEMS_AT_ONCE) } });
}

const SUBSTITUTES = /* GraphQL */ `
  query SubstitutesOf($skus: [String!]!) {
    substitutesOf(skus: $skus) { sku substitutes }
  }
`;

/** What can be had instead of products, as the viewer may see it. */
export async function askSubstitutes(ask: AskPeer, skus: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { substitutesOf } = await ask<{ substitutesOf: { sku: string; substitutes: string[] }[] }>({ subgraph: 'catalog', query: SUBSTITUTES, variables: { skus } });
  return new Map(substitutesOf.map(({ sku, substitutes }) => [sku, substitutes]));
}
