import type { OptionChoice } from '#kernel/option-choice.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { PlacedLine, PlacedOrder } from '../domain/cpq-order.ts';
import type { ExplanationStep } from '../domain/priced-answer.ts';

const ORDER = /* GraphQL */ `
  query OrderOfMirror($id: ID!) {
    order(id: $id) {
      id
      number
      placedAt
      shippingMethod
      shipTo { recipient line1 line2 postalCode city country }
      fields { name value }
      pricesIncludeTax
      paymentTerm
      subtotal { amount currency }
      discountTotal { amount currency }
      shippingTotal { amount currency }
      taxTotal { amount currency }
      total { amount currency }
      adjustments { promotionId name code amount { amount } }
      taxes { code rate base { amount } amount { amount } }
      lines {
        id
        fields { name value }
        shipping { shippingMethod shipTo { recipient line1 line2 postalCode city country } }
        description
        quantity
        uom
        product { sku }
        configuration { optionClass sku quantity }
        unitPrice { amount }
        total { amount }
        discount { amount }
        taxes { code rate base { amount } amount { amount } }
        priceExplanation {
          kind
          source
          sourceVersion
          delta { amount currency }
          unitPriceAfter { amount currency }
          note
        }
      }
    }
  }
`;

export interface OrderedLine extends PlacedLine {
  readonly configuration: OptionChoice[] | null;
  readonly priceExplanation: readonly ExplanationStep[];
}

export interface OrderOfMirror extends PlacedOrder {
  readonly pricesIncludeTax: boolean;
  readonly paymentTerm: string | null;
  readonly lines: readonly OrderedLine[];
}

/** An order as whoever placed it sees it. */
export async function askOrder(ask: AskPeer, id: string): Promise<OrderOfMirror> {
  const { order } = await ask<{ order: OrderOfMirror }>({ subgraph: 'orders', query: ORDER, variables: { id } });
  return order;
}

const CANCEL = /* GraphQL */ `
  mutation CancelOrderOfMirror($id: ID!, $reason: String!) {
    cancelOrder(orderId: $id, reason: $reason) { id }
  }
`;

/** Calls off a whole order. */
export async function cancelOrder(ask: AskPeer, id: string, reason: string): Promise<void> {
  await ask({ subgraph: 'orders', query: CANCEL, variables: { id, reason } });
}
