import { refuse } from '#kernel/errors.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import type { AskPeer } from '#kernel/peers.ts';

const QUOTE = /* GraphQL */ `
  query QuoteToCopy($id: ID!) {
    quote(id: $id) {
      lines { product { sku } quantity uom configuration { optionClass sku quantity } }
    }
  }
`;

export interface QuoteToCopy {
  /** A custom item has no product. */
  readonly lines: readonly { readonly product: { readonly sku: string } | null; readonly quantity: string; readonly uom: string; readonly configuration: OptionChoice[] | null }[];
}

/** The quote as the viewer may see it; quotes they may not see are refused by their owner. */
export async function askQuote(ask: AskPeer, id: string): Promise<QuoteToCopy> {
  const { quote } = await ask<{ quote: QuoteToCopy | null }>({ subgraph: 'quotes', query: QUOTE, variables: { id } });
  if (!quote) throw refuse('NOT_FOUND', 'There is no such quote.', { quoteId: id });
  return quote;
}

const OFFERED = /* GraphQL */ `
  query QuotesOffered {
    quoteSettings { enabled assistance }
  }
`;

/** What becomes of carts at the sales desk, as far as it is switched on. */
export interface QuotesOffered {
  readonly quotes: boolean;
  readonly assistance: boolean;
}

export async function askQuotesOffered(ask: AskPeer): Promise<QuotesOffered> {
  const { quoteSettings: { enabled, assistance } } = await ask<{ quoteSettings: { enabled: boolean; assistance: boolean } }>({ subgraph: 'quotes', query: OFFERED });
  return { quotes: enabled, assistance: enabled && assistance };
}
