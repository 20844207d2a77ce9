import type { AskPeer } from '#kernel/peers.ts';

const CART = /* GraphQL */ `
  query CartToQuote($id: ID!) {
    cart(id: $id) {
      id
      version
      status
      owner { id }
      pricingAgreementId
      promotionCodes { code }
      shippingMethod
      lines { id product { sku } quantity uom }
    }
  }
`;

export interface CartToQuote {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly owner: { readonly id: string };
  readonly pricingAgreementId: string | null;
  readonly promotionCodes: readonly { readonly code: string }[];
  readonly shippingMethod: string | null;
  readonly lines: readonly { readonly product: { readonly sku: string }; readonly quantity: string; readonly uom: string }[];
}

/** The cart as the viewer may see it; carts they may not see are refused by their owner. */
export async function askCart(ask: AskPeer, id: string): Promise<CartToQuote | null> {
  const { cart } = await ask<{ cart: CartToQuote | null }>({ subgraph: 'carts', query: CART, variables: { id } });
  return cart;
}
