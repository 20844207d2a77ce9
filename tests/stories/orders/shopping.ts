import type { Session } from '../../support/session.ts';

/** Buyers may cancel orders. */
export const CANCELLATION = { CARTWRIGHT_ORDERS_CANCELLATION: 'true' };

let keys = 0;
export const newKey = (): string => `key-${++keys}`;

export interface Offer {
  readonly id: string;
  readonly priceHash: string;
  readonly total: { readonly amount: string };
}

const ADD = 'mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id priceHash total { amount } } }';

/** Puts products into the active cart. */
export async function fillCart(person: Session, lines: readonly { sku: string; quantity: string }[]): Promise<Offer> {
  return (await person.ask(ADD, { lines })).addCartLines as Offer;
}

export const PLACE = /* GraphQL */ `
  mutation Place($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      __typename
      ... on Order {
        id
        number
        version
        status
        total { amount currency }
        lines { id description quantity unitPrice { amount } total { amount } product { sku name } shippedQuantity returnableQuantity }
      }
    }
  }
`;

export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly total: { readonly amount: string; readonly currency: string };
  readonly lines: readonly { readonly id: string; readonly total: { readonly amount: string } }[];
}

/** Orders a cart at the price seen. */
export async function orderCart(person: Session, cart: Offer, idempotencyKey: string = newKey()): Promise<PlacedOrder> {
  return (await person.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey } })).placeOrder as PlacedOrder;
}
