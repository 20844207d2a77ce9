import type { AskPeer } from '#kernel/peers.ts';
import type { ContentLine } from '../domain/content.ts';

const RECEIVE = /* GraphQL */ `
  mutation ReceiveQuote($input: ReceivedQuoteInput!) {
    receiveQuote(input: $input) { id number priceHash }
  }
`;

const WITHDRAW = /* GraphQL */ `
  mutation WithdrawReceivedQuote($quoteId: ID!) {
    withdrawReceivedQuote(quoteId: $quoteId)
  }
`;

export interface QuoteToReceive {
  readonly id: string;
  readonly accountId: string;
  readonly ownerId: string;
  readonly expiresAt: Date;
  readonly lines: readonly (ContentLine & { readonly id: string })[];
  readonly priced: string;
}

/** Makes an offer of what was promised; the same id is the same quote. @returns the hash it is ordered by */
export async function receiveQuote(ask: AskPeer, { lines, expiresAt, ...quote }: QuoteToReceive): Promise<string> {
  const input = { ...quote, expiresAt: expiresAt.toISOString(), lines: lines.map(({ id, sku, uom, quantity, configuration }) => ({ id, sku, uom, quantity, configuration })) };
  return (await ask<{ receiveQuote: { priceHash: string } }>({ subgraph: 'quotes', query: RECEIVE, variables: { input } })).receiveQuote.priceHash;
}

/** Sees to it that no order comes of a quote, or says that one did, or may. */
export async function withdrawQuote(ask: AskPeer, quoteId: string): Promise<'WITHDRAWN' | 'HELD' | 'ORDERED'> {
  return (await ask<{ withdrawReceivedQuote: 'WITHDRAWN' | 'HELD' | 'ORDERED' }>({ subgraph: 'quotes', query: WITHDRAW, variables: { quoteId } })).withdrawReceivedQuote;
}
