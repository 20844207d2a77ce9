import type { AskPeer } from '#kernel/peers.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { DraftLine } from '../domain/change-lines.ts';
import { NOTHING_TO_PRICE, type DocumentPrice, type PricedFor } from '../domain/document-price.ts';

const PRICE = /* GraphQL */ `
  query PriceCart($input: PriceDocumentInput!) {
    priceDocument(input: $input) {
      currency
      paymentTerm
      pricesIncludeTax
      taxRelief
      subtotal
      discountTotal
      taxTotal
      shippingTotal
      total
      adjustments { promotionId name code amount }
      taxes { code rate base amount }
      freeLines { sku uom quantity promotionId available }
      promotionsApplied { id }
      promotionsRefused { code reason }
      agreementsRefused { id lineId reason }
      shipping { problem }
      lines {
        sku
        uom
        problem
        name
        listPrice
        unitPrice
        total
        discount
        taxes { code rate base amount }
        explanation { kind source sourceVersion delta { amount currency } unitPriceAfter { amount currency } note losers { source unitPrice { amount currency } reason } }
        available
        stockUnknown
      }
    }
  }
`;

/** What must be of this moment: an outside system that is kept from answering then refuses the question. */
export interface Forced {
  readonly prices?: boolean;
  /** SKUs. */
  readonly stockOf?: readonly string[];
}

/** What a cart costs its owner, as a whole, with the stock of each line: one question, answered in the order asked. */
export async function askDocument(ask: AskPeer, cart: PricedFor, lines: readonly DraftLine[], forced: Forced = {}): Promise<DocumentPrice> {
  if (lines.length === 0) return NOTHING_TO_PRICE;
  const { accountId, guest, agreementId, promotionCodes, shippingMethod } = cart;
  const input = {
    accountId,
    guest,
    agreementId,
    promotionCodes,
    shippingMethod,
    forcePrices: forced.prices,
    forceStockOf: forced.stockOf,
    lines: lines.map((line) => ({ id: line.id, sku: line.sku, quantity: fromMicro(line.quantityMicro), uom: line.uom, agreementId: line.agreementId })),
  };
  const { priceDocument } = await ask<{ priceDocument: DocumentPrice }>({ subgraph: 'catalog', query: PRICE, variables: { input } });
  return priceDocument;
}

const DEFAULT_AGREEMENT = /* GraphQL */ `
  query DefaultAgreement($accountId: ID!) {
    defaultAgreement(accountId: $accountId)
  }
`;

/** The agreement that new carts of an account begin with, if it has one. */
export async function askDefaultAgreement(ask: AskPeer, accountId: string): Promise<string | null> {
  const { defaultAgreement } = await ask<{ defaultAgreement: string | null }>({ subgraph: 'catalog', query: DEFAULT_AGREEMENT, variables: { accountId } });
  return defaultAgreement;
}
