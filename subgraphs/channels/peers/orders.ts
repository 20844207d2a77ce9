import type { Money } from '#kernel/money.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { OrderToSend } from '../domain/sent-order.ts';
import type { OwnList } from './own-list.ts';

const ADDRESS = 'recipient line1 line2 postalCode city country';

const ORDER = /* GraphQL */ `
  query OrderToSend($id: ID!) {
    order(id: $id) {
      id version storeNumber placedAt status purchaseOrderNumber shippingMethod shippingInstructions requestedOn note pricesIncludeTax paymentTerm
      shipTo { ${ADDRESS} }
      billTo { ${ADDRESS} }
      payment { type }
      payments { number }
      fields { name value }
      subtotal { amount }
      discountTotal { amount }
      shippingTotal { amount }
      taxTotal { amount }
      total { amount currency }
      lines {
        id description quantity uom note
        product { sku }
        configuration { optionClass sku quantity }
        unitPrice { amount }
        total { amount }
        discount { amount }
        taxes { code rate base { amount } amount { amount } }
        shipping { shippingMethod requestedOn shipTo { ${ADDRESS} } }
      }
    }
  }
`;

/** An order as the seller sees it. */
export async function askOrderToSend(ask: AskPeer, id: string): Promise<OrderToSend> {
  const { order } = await ask<{ order: OrderToSend }>({ subgraph: 'orders', query: ORDER, variables: { id } });
  return order;
}

const ORDERS = /* GraphQL */ `
  query OwnOrders($search: OrderSearch, $first: Int!, $after: String) {
    orders(search: $search, first: $first, after: $after) {
      edges { cursor node { id number placedAt status total { amount currency } } }
      pageInfo { hasNextPage }
    }
  }
`;

interface OwnOrder {
  readonly id: string;
  readonly number: string;
  readonly placedAt: string;
  readonly status: string;
  readonly total: Money;
}

/** The orders of this store that the viewer may see, newest first. */
export async function askOwnOrders(ask: AskPeer, { accountId, first, after }: { accountId: string | null; first: number; after: string | null }): Promise<OwnList> {
  const search = accountId === null ? null : { accountId };
  const { orders } = await ask<{ orders: { edges: { cursor: string; node: OwnOrder }[]; pageInfo: { hasNextPage: boolean } } }>({ subgraph: 'orders', query: ORDERS, variables: { search, first, after } });
  return { rows: orders.edges.map(({ cursor, node }) => ({ cursor, ...node })), hasMore: orders.pageInfo.hasNextPage };
}
