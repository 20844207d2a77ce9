import { refuse } from '#kernel/errors.ts';
import type { Money } from '#kernel/money.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { Confirmed, ConfirmedLine, PriceStep } from '../domain/confirmation.ts';

const CONFIRM = /* GraphQL */ `
  mutation ConfirmQuote($quoteId: ID!, $priceHash: String!, $checkoutId: ID!) {
    confirmQuote(quoteId: $quoteId, priceHash: $priceHash, checkoutId: $checkoutId) {
      ownerId
      accountId
      currency
      subtotal { amount }
      taxTotal { amount }
      total { amount }
      lines {
        sku
        description
        quantity
        uom
        unitPrice
        total { amount }
        explanation { kind source delta { amount currency } unitPriceAfter { amount currency } note }
      }
    }
  }
`;

const RELEASE = /* GraphQL */ `
  mutation ReleaseQuote($quoteId: ID!, $checkoutId: ID!) {
    releaseQuote(quoteId: $quoteId, checkoutId: $checkoutId)
  }
`;

type Amount = Pick<Money, 'amount'>;

interface ConfirmedQuote {
  readonly ownerId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly subtotal: Amount;
  readonly taxTotal: Amount;
  readonly total: Amount;
  readonly lines: readonly FrozenLine[];
}

interface FrozenLine {
  readonly sku: string | null;
  readonly description: string | null;
  readonly quantity: string;
  readonly uom: string;
  readonly unitPrice: string | null;
  readonly total: Amount | null;
  readonly explanation: readonly PriceStep[];
}

/** Accepts a published quote at the price its buyer saw. The same checkout may ask again. */
export async function confirmQuote(ask: AskPeer, quoteId: string, priceHash: string, checkoutId: string): Promise<Confirmed> {
  const { confirmQuote: quote } = await ask<{ confirmQuote: ConfirmedQuote }>({
    subgraph: 'quotes',
    query: CONFIRM,
    variables: { quoteId, priceHash, checkoutId },
  });
  return {
    accountId: quote.accountId,
    ownerId: quote.ownerId,
    currency: quote.currency,
    subtotal: quote.subtotal.amount,
    taxTotal: quote.taxTotal.amount,
    shippingTotal: '0',
    total: quote.total.amount,
    lines: quote.lines.map((line) => orderable(line, quoteId)),
  };
}

/** An order line names a product and has a price; a custom item of a quote may lack either. */
function orderable({ sku, unitPrice, total, ...line }: FrozenLine, quoteId: string): ConfirmedLine {
  if (sku !== null && unitPrice !== null && total !== null) return { ...line, sku, unitPrice, total: total.amount };
  throw refuse('QUOTE_STATUS_INVALID', `${line.description ?? 'An item'} is no product with a price yet. Ask your sales representative.`, { quoteId });
}

/** Lets go of a quote; nothing happens when this checkout does not hold it. */
export async function releaseQuote(ask: AskPeer, quoteId: string, checkoutId: string): Promise<void> {
  await ask({ subgraph: 'quotes', query: RELEASE, variables: { quoteId, checkoutId } });
}
