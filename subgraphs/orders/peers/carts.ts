import type { AskPeer } from '#kernel/peers.ts';
import type { Confirmed } from '../domain/confirmation.ts';
import { CONFIRMED_FIELDS, CONFIRMED_LINE_FIELDS, termsOf, type Amount, type AnsweredLine, type ConfirmedAnswer } from './confirmed-terms.ts';

const CONFIRM = /* GraphQL */ `
  mutation ConfirmCart($cartId: ID!, $priceHash: String!, $checkoutId: ID!) {
    confirmCart(cartId: $cartId, priceHash: $priceHash, checkoutId: $checkoutId) {
      ${CONFIRMED_FIELDS}
      lines { ${CONFIRMED_LINE_FIELDS} }
    }
  }
`;

const RELEASE = /* GraphQL */ `
  mutation ReleaseCart($cartId: ID!, $checkoutId: ID!) {
    releaseCart(cartId: $cartId, checkoutId: $checkoutId)
  }
`;

interface ConfirmedCart extends ConfirmedAnswer {
  readonly lines: readonly (AnsweredLine & { readonly sku: string; readonly unitPrice: string; readonly total: Amount })[];
}

/** Takes hold of a cart at the price its buyer saw. The same checkout may ask again. */
export async function confirmCart(ask: AskPeer, cartId: string, priceHash: string, checkoutId: string): Promise<Confirmed> {
  const { confirmCart: cart } = await ask<{ confirmCart: ConfirmedCart }>({ subgraph: 'carts', query: CONFIRM, variables: { cartId, priceHash, checkoutId } });
  return { ...termsOf(cart), lines: cart.lines.map((line) => ({ ...line, description: null, total: line.total.amount })) };
}

/** Lets go of a cart; nothing happens when this checkout does not hold it. */
export async function releaseCart(ask: AskPeer, cartId: string, checkoutId: string): Promise<void> {
  await ask({ subgraph: 'carts', query: RELEASE, variables: { cartId, checkoutId } });
}
