import type { Money } from '#kernel/money.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { Confirmed, PriceStep } from '../domain/confirmation.ts';

const CONFIRM = /* GraphQL */ `
  mutation ConfirmCart($cartId: ID!, $priceHash: String!, $checkoutId: ID!) {
    confirmCart(cartId: $cartId, priceHash: $priceHash, checkoutId: $checkoutId) {
      ownerId
      accountId
      currency
      subtotal { amount }
      taxTotal { amount }
      shippingTotal { amount }
      total { amount }
      lines {
        sku
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
  mutation ReleaseCart($cartId: ID!, $checkoutId: ID!) {
    releaseCart(cartId: $cartId, checkoutId: $checkoutId)
  }
`;

type Amount = Pick<Money, 'amount'>;

interface ConfirmedCart {
  readonly ownerId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly subtotal: Amount;
  readonly taxTotal: Amount;
  readonly shippingTotal: Amount;
  readonly total: Amount;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: string;
    readonly uom: string;
    readonly unitPrice: string;
    readonly total: Amount;
    readonly explanation: readonly PriceStep[];
  }[];
}

/** Takes hold of a cart at the price its buyer saw. The same checkout may ask again. */
export async function confirmCart(ask: AskPeer, cartId: string, priceHash: string, checkoutId: string): Promise<Confirmed> {
  const { confirmCart: cart } = await ask<{ confirmCart: ConfirmedCart }>({ subgraph: 'carts', query: CONFIRM, variables: { cartId, priceHash, checkoutId } });
  return {
    accountId: cart.accountId,
    ownerId: cart.ownerId,
    currency: cart.currency,
    subtotal: cart.subtotal.amount,
    taxTotal: cart.taxTotal.amount,
    shippingTotal: cart.shippingTotal.amount,
    total: cart.total.amount,
    lines: cart.lines.map((line) => ({ ...line, description: null, total: line.total.amount })),
  };
}

/** Lets go of a cart; nothing happens when this checkout does not hold it. */
export async function releaseCart(ask: AskPeer, cartId: string, checkoutId: string): Promise<void> {
  await ask({ subgraph: 'carts', query: RELEASE, variables: { cartId, checkoutId } });
}
