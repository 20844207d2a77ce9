import type { OptionChoice } from '#kernel/option-choice.ts';
import type { AskPeer } from '#kernel/peers.ts';

const HOLD = /* GraphQL */ `
  mutation HoldCartForQuote($id: ID!, $purpose: String!) {
    holdCartForQuote(cartId: $id, purpose: $purpose) {
      id
      owner { id }
      soldTo { id }
      onlookers { userId email notify retrievalNumber invitedById }
      version
      pricingAgreementId
      promotionCodes { code }
      shippingMethod
      fields { name value }
      lines { id product { sku } quantity uom pricingAgreementId configuration { optionClass sku quantity } }
    }
  }
`;

export interface CartLineToQuote {
  readonly product: { readonly sku: string };
  readonly quantity: string;
  readonly uom: string;
  readonly pricingAgreementId: string | null;
  readonly configuration: readonly OptionChoice[] | null;
}

/** Someone a cart was shared with when it became a quote; without a user while the invitation waits to be claimed. */
export interface Onlooker {
  readonly userId: string | null;
  readonly email: string;
  readonly notify: boolean;
  readonly retrievalNumber: string;
  readonly invitedById: string;
}

export interface CartToQuote {
  readonly id: string;
  readonly owner: { readonly id: string };
  /** The account of its owner. */
  readonly soldTo: { readonly id: string };
  readonly onlookers: readonly Onlooker[];
  readonly version: number;
  readonly pricingAgreementId: string | null;
  readonly promotionCodes: readonly { readonly code: string }[];
  readonly shippingMethod: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly lines: readonly CartLineToQuote[];
}

/** What a cart is made a quote for: each is somebody else's right, and the cart knows whose. */
export type HoldPurpose = 'handOver' | 'assistance' | 'disagree';

/** Keeps a cart still for as long as a quote takes to write; carts the viewer may not do that with, and closed ones, are refused there. */
export async function holdCart(ask: AskPeer, id: string, purpose: HoldPurpose): Promise<CartToQuote> {
  const { holdCartForQuote } = await ask<{ holdCartForQuote: CartToQuote }>({ subgraph: 'carts', query: HOLD, variables: { id, purpose } });
  return holdCartForQuote;
}

const RELEASE = /* GraphQL */ `
  mutation ReleaseCartFromQuote($id: ID!) {
    releaseCartFromQuote(cartId: $id)
  }
`;

/** No quote was made of it: its buyer goes on with the cart. */
export async function releaseCart(ask: AskPeer, id: string): Promise<void> {
  await ask({ subgraph: 'carts', query: RELEASE, variables: { id } });
}

const ADD = /* GraphQL */ `
  mutation QuoteToCart($lines: [CartLineInput!]!, $key: String!) {
    addCartLines(lines: $lines, idempotencyKey: $key) {
      id
    }
  }
`;

export interface NewCartLine {
  readonly sku: string;
  readonly quantity: string;
  readonly uom: string;
  readonly configuration?: readonly OptionChoice[] | null;
}

const LINES_AT_ONCE = 1_000;

/** Adds products to the viewer's active cart, made when there is none; with the same key again nothing more is added. */
export async function addToCart(ask: AskPeer, lines: readonly NewCartLine[], key: string): Promise<{ id: string }> {
  let cart = { id: '' };
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
    const { addCartLines } = await ask<{ addCartLines: { id: string } }>({ subgraph: 'carts', query: ADD, variables: { lines: lines.slice(from, from + LINES_AT_ONCE), key: `${key}:${from}` } });
    cart = addCartLines;
  }
  return cart;
}
