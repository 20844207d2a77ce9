import type { Session } from '../../support/session.ts';
import { fillCart, orderCart, type PlacedOrder } from '../orders/shopping.ts';

export interface Parcel {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly trackingNumbers: readonly string[];
}

export const SHIP = /* GraphQL */ `
  mutation Ship($input: ShipLinesInput!) {
    shipLines(input: $input) { id number status carrier trackingNumbers shippedAt lines { quantity orderLine { id } } invoices { number amount { amount } } }
  }
`;

export const ORDER = /* GraphQL */ `
  query Order($id: ID!) {
    order(id: $id) {
      status
      version
      onHold
      total { amount }
      lines { id status quantity shippedQuantity returnableQuantity product { sku } }
      shipments { number status trackingNumbers shippedAt lines { quantity orderLine { id } } }
      invoices { number amount { amount } subtotal { amount } discountTotal { amount } shippingTotal { amount } taxTotal { amount } due { amount } lines { quantity total { amount } orderLine { id } } shipment { number } }
    }
  }
`;

export async function order(person: Session, lines: readonly { sku: string; quantity: string }[]): Promise<PlacedOrder> {
  return orderCart(person, await fillCart(person, lines));
}

/** What has left, as an administrator tells it. */
export async function ship(olga: Session, lines: readonly { orderLineId: string; quantity: string; serialNumbers?: readonly string[] }[], more: object = {}): Promise<Parcel> {
  return (await olga.ask(SHIP, { input: { lines, ...more } })).shipLines as Parcel;
}
