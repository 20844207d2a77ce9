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
      shippingTotal
      total
      promotionsApplied { id }
      promotionsRefused { code reason }
      agreementsRefused { id reason }
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

function lineInput({ id, sku, quantityMicro, uom, overrideUnitMicro }: DraftLine): Record<string, unknown> {
  const override = overrideUnitMicro === null ? null : { unitPrice: fromMicro(overrideUnitMicro), by: 'sales rep' };
  return { id, sku, quantity: fromMicro(quantityMicro), uom, override };
}
