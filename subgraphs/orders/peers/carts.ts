import type { AskPeer } from '#kernel/peers.ts';
import type { Confirmed, ConfirmedLine, PaymentSaid, SaidByBuyer } from '../domain/confirmation.ts';
import { CONFIRMED_FIELDS, CONFIRMED_LINE_FIELDS, termsOf, type Amount, type AnsweredLine, type ConfirmedAnswer } from './confirmed-terms.ts';

const CONFIRMED_CART_FIELDS = /* GraphQL */ `
  ${CONFIRMED_FIELDS}
  shipToAddressId
  billToAddressId
  shipToCustomerId
  shipToContactId
  billToCustomerId
  billToContactId
  endCustomer { ...EndCustomerNamed }
  purchaseOrderNumber
  shippingInstructions
  requestedOn
  note
  administratorIds
  payment { type methodId payerId checkNumber }
  fields { name label type value }
  lines { ${CONFIRMED_LINE_FIELDS} fields { name label type value } note billTo { customerId contactId addressId } endCustomer { ...EndCustomerNamed } shipping { shipToCustomerId shipToContactId shipToAddressId shippingMethod instructions requestedOn } }
`;

const END_CUSTOMER = /* GraphQL */ `
  fragment EndCustomerNamed on ConfirmedEndCustomer { customerId contactId addressId isSameAsShipTo isInstallLocation }
`;

const CONFIRM = /* GraphQL */ `
  mutation ConfirmCart($cartId: ID!, $priceHash: String!, $checkoutId: ID!) {
    confirmCart(cartId: $cartId, priceHash: $priceHash, checkoutId: $checkoutId) { ${CONFIRMED_CART_FIELDS} }
  }
  ${END_CUSTOMER}
`;

const CONFIRM_EXPRESS = /* GraphQL */ `
  mutation ConfirmExpressCart($cartId: ID!, $checkoutId: ID!) {
    confirmExpressCart(cartId: $cartId, checkoutId: $checkoutId) { ${CONFIRMED_CART_FIELDS} }
  }
  ${END_CUSTOMER}
`;

const RELEASE = /* GraphQL */ `
  mutation ReleaseCart($cartId: ID!, $checkoutId: ID!) {
    releaseCart(cartId: $cartId, checkoutId: $checkoutId)
  }
`;

interface ConfirmedCart extends ConfirmedAnswer, SaidByBuyer {
  readonly payment: PaymentSaid | null;
  readonly lines: readonly CartLine[];
}

interface CartLine extends AnsweredLine, Pick<ConfirmedLine, 'sku' | 'unitPrice' | 'fields' | 'shipping' | 'billTo' | 'endCustomer' | 'note'> {
  readonly total: Amount;
}

/** Takes hold of a cart at the price its buyer saw. The same checkout may ask again. */
export async function confirmCart(ask: AskPeer, cartId: string, priceHash: string, checkoutId: string): Promise<Confirmed> {
  const { confirmCart: cart } = await ask<{ confirmCart: ConfirmedCart }>({ subgraph: 'carts', query: CONFIRM, variables: { cartId, priceHash, checkoutId } });
  return asConfirmed(cart);
}

/** Takes hold of an express order at the prices of now. The same checkout may ask again. */
export async function confirmExpressCart(ask: AskPeer, cartId: string, checkoutId: string): Promise<Confirmed> {
  const { confirmExpressCart: cart } = await ask<{ confirmExpressCart: ConfirmedCart }>({ subgraph: 'carts', query: CONFIRM_EXPRESS, variables: { cartId, checkoutId } });
  return asConfirmed(cart);
}

function asConfirmed(cart: ConfirmedCart): Confirmed {
  const { shipToAddressId, billToAddressId, shipToCustomerId, shipToContactId, billToCustomerId, billToContactId, endCustomer, purchaseOrderNumber, shippingInstructions, requestedOn, note, fields, administratorIds } = cart;
  const named = { shipToCustomerId, shipToContactId, billToCustomerId, billToContactId, endCustomer };
  const said = { ...named, shipToAddressId, billToAddressId, purchaseOrderNumber, shippingInstructions, requestedOn, note, fields, administratorIds };
  return { ...termsOf(cart), ...said, paymentSaid: cart.payment, lines: cart.lines.map((line) => ({ ...line, description: null, total: line.total.amount })) };
}

/** Lets go of a cart; nothing happens when this checkout does not hold it. */
export async function releaseCart(ask: AskPeer, cartId: string, checkoutId: string): Promise<void> {
  await ask({ subgraph: 'carts', query: RELEASE, variables: { cartId, checkoutId } });
}
