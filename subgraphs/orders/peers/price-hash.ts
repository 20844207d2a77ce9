import type { AskPeer } from '#kernel/peers.ts';

const CART = /* GraphQL */ `
  query PriceHashOfCart($id: ID!) {
    cart(id: $id) { priceHash }
  }
`;

const QUOTE = /* GraphQL */ `
  query PriceHashOfQuote($id: ID!) {
    quote(id: $id) { priceHash }
  }
`;

/** The fingerprint of the lines and prices of a cart or quote as they are now. */
export async function askPriceHash(ask: AskPeer, { cartId, quoteId }: { readonly cartId?: string | null; readonly quoteId?: string | null }): Promise<string | undefined> {
  if (quoteId != null) return (await ask<{ quote: { priceHash: string } | null }>({ subgraph: 'quotes', query: QUOTE, variables: { id: quoteId } })).quote?.priceHash;
  return (await ask<{ cart: { priceHash: string } | null }>({ subgraph: 'carts', query: CART, variables: { id: cartId } })).cart?.priceHash;
}
