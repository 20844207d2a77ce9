import type { Money } from '#kernel/money.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { QuoteToSend } from '../domain/sent-order.ts';
import type { OwnList } from './own-list.ts';

const QUOTE = /* GraphQL */ `
  query QuoteToSend($id: ID!) {
    quote(id: $id) {
      id version storeNumber createdAt reason shippingMethod pricesIncludeTax paymentTerm agreementId promotionCodes
      subtotal { amount }
      discountTotal { amount }
      shippingTotal { amount }
      taxTotal { amount }
      total { amount currency }
      lines {
        id description quantity uom
        product { sku }
        configuration { optionClass sku quantity }
        unitPrice { amount }
        targetPrice { amount }
        total { amount }
        discount { amount }
        taxes { code rate base { amount } amount { amount } }
      }
    }
  }
`;

/** A quote as the seller sees it. */
export async function askQuoteToSend(ask: AskPeer, id: string): Promise<QuoteToSend> {
  const { quote } = await ask<{ quote: QuoteToSend }>({ subgraph: 'quotes', query: QUOTE, variables: { id } });
  return quote;
}

const QUOTES = /* GraphQL */ `
  query OwnQuotes($filter: QuoteFilter, $first: Int!, $after: String) {
    quotes(filter: $filter, first: $first, after: $after) {
      edges { cursor node { id number createdAt status total { amount currency } } }
      pageInfo { hasNextPage }
    }
  }
`;

interface OwnQuote {
  readonly id: string;
  readonly number: string;
  readonly createdAt: string;
  readonly status: string;
  readonly total: Money;
}

/** The quotes of this store that the viewer may see, newest first. */
export async function askOwnQuotes(ask: AskPeer, { accountId, first, after }: { accountId: string | null; first: number; after: string | null }): Promise<OwnList> {
  const filter = accountId === null ? null : { accountId };
  const { quotes } = await ask<{ quotes: { edges: { cursor: string; node: OwnQuote }[]; pageInfo: { hasNextPage: boolean } } }>({ subgraph: 'quotes', query: QUOTES, variables: { filter, first, after } });
  return { rows: quotes.edges.map(({ cursor, node: { createdAt, ...node } }) => ({ cursor, placedAt: createdAt, ...node })), hasMore: quotes.pageInfo.hasNextPage };
}
