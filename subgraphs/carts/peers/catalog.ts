import type { AskPeer } from '#kernel/peers.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { LineShipping } from '../domain/cart-draft.ts';
import type { DraftLine } from '../domain/change-lines.ts';
import { WHOLE_UP_TO } from '../domain/standing-lines.ts';
import { NOTHING_TO_PRICE, type DocumentPrice, type PricedFor } from '../domain/document-price.ts';

const PRICE = /* GraphQL */ `
  query PriceCart($input: PriceDocumentInput!) {
    priceDocument(input: $input) {
      currency
      paymentTerm
      pricesIncludeTax
      bestPrice
      taxRelief
      subtotal
      discountTotal
      taxTotal
      taxProblem
      shippingTotal
      total
      adjustments { promotionId name code amount }
      taxes { code rate base amount }
      freeLines { sku uom quantity promotionId available }
      promotionsApplied { id }
      promotionsRefused { code reason }
      agreementsRefused { id lineId reason }
      standing
      stands
      shipments { method shipToId name charge problem }
      lines {
        sku
        uom
        problem
        configurationFault { reason optionClass option: sku }
        name
        itemType
        primaryUom
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

/** What must be of this moment, where an outside system that is kept from answering then refuses the question; and what need not be asked. */
export interface Forced {
  readonly prices?: boolean;
  /** SKUs. */
  readonly stockOf?: readonly string[];
  /** Of the lines that are not asked about. */
  readonly standing?: string;
}

/** What a cart costs its owner, as a whole, with the stock of each line: one question, answered in the order asked. */
export async function askDocument(ask: AskPeer, cart: PricedFor, lines: readonly DraftLine[], forced: Forced = {}): Promise<DocumentPrice> {
  if (lines.length === 0) return NOTHING_TO_PRICE;
  const { accountId, guest, agreementId, promotionCodes, shippingMethod, shipToAddressId, shipToCountry } = cart;
  const input = {
    accountId,
    guest,
    agreementId,
    promotionCodes,
    shippingMethod,
    shipTo: territory(shipToCountry),
    forcePrices: forced.prices,
    forceStockOf: forced.stockOf,
    standing: forced.standing ?? (lines.length > WHOLE_UP_TO ? '' : null),
    lines: lines.map(({ id, sku, quantityMicro, uom, agreementId: ofLine, configuration, shipping }) => ({
      id,
      sku,
      quantity: fromMicro(quantityMicro),
      uom,
      agreementId: ofLine,
      configuration,
      ...(shipping && { shippingMethod: shipping.method, ...elsewhere(shipping, shipToAddressId) }),
    })),
  };
  const { priceDocument } = await ask<{ priceDocument: DocumentPrice }>({ subgraph: 'catalog', query: PRICE, variables: { input } });
  return priceDocument;
}

const territory = (country: string | null | undefined): { country: string } | null => (country == null ? null : { country });

/** A line that goes where the cart goes travels with it. */
const elsewhere = (line: LineShipping, ofCart: string | null | undefined): object =>
  line.shipToAddressId === null || line.shipToAddressId === ofCart ? {} : { shipToId: line.shipToAddressId, shipTo: territory(line.shipToCountry) };

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
