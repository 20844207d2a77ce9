import { isRefusal } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { QuoteContract } from '../domain/quote-contract.ts';

const CONTRACT = /* GraphQL */ `
  query ContractForQuote($cartId: ID!) {
    contractForQuote(cartId: $cartId) { template templateVersion text hash }
  }
`;

/** The terms that a cart of the viewer would be ordered under now; null where orders are made without. */
export async function askContract(ask: AskPeer, cartId: string): Promise<QuoteContract | null> {
  try {
    const { contractForQuote } = await ask<{ contractForQuote: QuoteContract | null }>({ subgraph: 'orders', query: CONTRACT, variables: { cartId } });
    return contractForQuote;
  } catch (error) {
    if (isRefusal(error, 'CART_IS_QUOTE')) return null; // asked again: its quote has its terms
    throw error;
  }
}
