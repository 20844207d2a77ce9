import type { Money } from '#kernel/money.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { CheckoutPayment, CheckoutProblem } from '../domain/checkout-gaps.ts';
import type { ContractTerms } from '../domain/contract-terms.ts';
import { CART_FOR_TERMS, subjectOf, type ActionAnswer, type CartAnswer, type TermsSubject } from './terms-subject.ts';

export interface SubjectTotals {
  readonly subtotal: Money;
  readonly discountTotal: Money;
  readonly taxTotal: Money;
  readonly shippingTotal: Money;
  readonly total: Money;
}

export interface SubjectLine {
  readonly id: string;
  readonly sku: string | null;
  readonly shipToAddressId: string | null;
  readonly shippingMethod: string | null;
}

/** A cart or a quote that may be ordered, as the viewer may see it. */
export interface CheckoutSubject extends SubjectTotals {
  readonly of: 'cart' | 'quote';
  readonly id: string;
  readonly version: number;
  readonly priceHash: string;
  readonly lines: readonly SubjectLine[];
  readonly shipToAddressId: string | null;
  readonly billToAddressId: string | null;
  readonly shippingMethod: string | null;
  readonly payment: CheckoutPayment | null;
  readonly problems: readonly CheckoutProblem[];
  /** Null of a quote: it goes by who looks. */
  readonly isBusiness: boolean | null;
  /** It is asked for whom the goods are in the end. */
  readonly asksEndCustomer: boolean;
  readonly actions: readonly ActionAnswer[];
  /** What the terms of a cart depend on. */
  readonly terms: TermsSubject | null;
  /** The terms a quote has; null for carts. */
  readonly contract: ContractTerms | null;
}

const TOTALS = `subtotal { amount currency } discountTotal { amount currency } taxTotal { amount currency } shippingTotal { amount currency } total { amount currency }`;

const CART = /* GraphQL */ `
  query CartToCheckOut($id: ID!) {
    cart(id: $id) {
      ${CART_FOR_TERMS}
      id
      version
      priceHash
      ${TOTALS}
      payment { type methodId label brand last4 expires checkNumber }
      problems { code message lineId side }
      isBusiness
      endCustomer { isSaid }
    }
  }
`;

interface CartToCheckOut extends CartAnswer, SubjectTotals {
  readonly id: string;
  readonly version: number;
  readonly priceHash: string;
  readonly payment: CheckoutPayment | null;
  readonly problems: readonly CheckoutProblem[];
  readonly isBusiness: boolean;
  readonly endCustomer: { readonly isSaid: boolean } | null;
}

/** A cart of the viewer, or one shared with them. */
export async function askCartToCheckOut(ask: AskPeer, id: string): Promise<CheckoutSubject> {
  const { cart } = await ask<{ cart: CartToCheckOut }>({ subgraph: 'carts', query: CART, variables: { id } });
  const terms = subjectOf(cart);
  const { version, priceHash, subtotal, discountTotal, taxTotal, shippingTotal, total, payment, problems, isBusiness } = cart;
  const lines = cart.lines.map((line): SubjectLine => ({ id: line.id, sku: line.product.sku, shipToAddressId: line.shipping?.shipTo?.id ?? null, shippingMethod: line.shipping?.shippingMethod ?? null }));
  const { shipTo: shipToAddressId, billTo: billToAddressId, shippingMethod } = terms.content;
  return { of: 'cart', id: cart.id, version, priceHash, subtotal, discountTotal, taxTotal, shippingTotal, total, lines, shipToAddressId, billToAddressId, shippingMethod, payment, problems, isBusiness, asksEndCustomer: cart.endCustomer !== null, actions: terms.actions, terms, contract: null };
}

const QUOTE = /* GraphQL */ `
  query QuoteToCheckOut($id: ID!) {
    quote(id: $id) {
      id
      version
      priceHash
      ${TOTALS}
      shippingMethod
      contract { template templateVersion text hash }
      lines { id product { sku } }
      availableActions { name allowed reason }
    }
  }
`;

interface QuoteToCheckOut extends SubjectTotals {
  readonly id: string;
  readonly version: number;
  readonly priceHash: string;
  readonly shippingMethod: string | null;
  readonly contract: ContractTerms | null;
  readonly lines: readonly { readonly id: string; readonly product: { readonly sku: string } | null }[];
  readonly availableActions: readonly ActionAnswer[];
}

/** A quote of the viewer; where it goes and how it is paid is not said in it. */
export async function askQuoteToCheckOut(ask: AskPeer, id: string): Promise<CheckoutSubject> {
  const { quote } = await ask<{ quote: QuoteToCheckOut }>({ subgraph: 'quotes', query: QUOTE, variables: { id } });
  const { lines, availableActions: actions, ...rest } = quote;
  return { ...rest, of: 'quote', lines: lines.map((line) => ({ id: line.id, sku: line.product?.sku ?? null, shipToAddressId: null, shippingMethod: null })), shipToAddressId: null, billToAddressId: null, payment: null, problems: [], isBusiness: null, asksEndCustomer: false, actions, terms: null };
}

const START = /* GraphQL */ `
  mutation StartCheckout($cartId: ID!, $paymentTypes: [String!]!, $shippable: Boolean!) {
    startCheckout(cartId: $cartId, paymentTypes: $paymentTypes, shippable: $shippable) { version }
  }
`;

/** Makes a cart the viewer's active one, and fills in what they usually say; never over what was said. @returns its version */
export async function startCheckout(ask: AskPeer, variables: { readonly cartId: string; readonly paymentTypes: readonly string[]; readonly shippable: boolean }): Promise<number> {
  const { startCheckout: cart } = await ask<{ startCheckout: { version: number } }>({ subgraph: 'carts', query: START, variables });
  return cart.version;
}
