import type { AskPeer } from '#kernel/peers.ts';
import type { WantedItem } from '../domain/cxml-request.ts';

const BEGIN = /* GraphQL */ `
  mutation BeginPunchOutCart {
    beginPunchOutCart { id }
  }
`;

/** An empty cart of its own for a visit. */
export async function beginCart(ask: AskPeer): Promise<string> {
  const { beginPunchOutCart } = await ask<{ beginPunchOutCart: { id: string } }>({ subgraph: 'carts', query: BEGIN });
  return beginPunchOutCart.id;
}

const ADD = /* GraphQL */ `
  mutation PunchOutItems($cartId: ID!, $lines: [CartLineInput!]!) {
    addCartLines(cartId: $cartId, lines: $lines) { id }
  }
`;

/** What a visitor brings along; what is no longer sold is refused. */
export async function addItems(ask: AskPeer, cartId: string, lines: readonly WantedItem[]): Promise<void> {
  await ask({ subgraph: 'carts', query: ADD, variables: { cartId, lines } });
}

const CART = /* GraphQL */ `
  query PunchOutCart($id: ID!) {
    cart(id: $id) {
      version
      priceHash
      currency
      total { amount }
      taxTotal { amount }
      shippingTotal { amount }
      lines { id quantity uom product { sku } unitPrice { amount } }
    }
  }
`;

interface Amount {
  readonly amount: string;
}

interface AskedCart {
  readonly version: number;
  readonly priceHash: string;
  readonly currency: string;
  readonly total: Amount;
  readonly taxTotal: Amount;
  readonly shippingTotal: Amount;
  readonly lines: readonly { readonly id: string; readonly quantity: string; readonly uom: string; readonly product: { readonly sku: string }; readonly unitPrice: Amount }[];
}

export interface PricedCart {
  readonly version: number;
  readonly priceHash: string;
  readonly currency: string;
  readonly total: string;
  readonly taxTotal: string;
  readonly shippingTotal: string;
  readonly lines: readonly { readonly id: string; readonly sku: string; readonly quantity: string; readonly uom: string; readonly unitPrice: string }[];
}

/** A cart at the prices of now. */
export async function askCart(ask: AskPeer, id: string): Promise<PricedCart> {
  const { cart } = await ask<{ cart: AskedCart }>({ subgraph: 'carts', query: CART, variables: { id } });
  const { version, priceHash, currency, total, taxTotal, shippingTotal, lines } = cart;
  return {
    version,
    priceHash,
    currency,
    total: total.amount,
    taxTotal: taxTotal.amount,
    shippingTotal: shippingTotal.amount,
    lines: lines.map(({ id: lineId, quantity, uom, product, unitPrice }) => ({ id: lineId, sku: product.sku, quantity, uom, unitPrice: unitPrice.amount })),
  };
}
