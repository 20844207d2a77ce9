import { minorFrom, type Money } from '#kernel/money.ts';
import type { AskPeer } from '#kernel/peers.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { OrderedLine } from '../domain/add-to-return.ts';

const LINES = /* GraphQL */ `
  query ReturnableLines($orderLineIds: [ID!]!) {
    returnableLines(orderLineIds: $orderLineIds) {
      id
      orderId
      orderNumber
      sku
      accountId
      currency
      quantity
      returnableQuantity
      returnedQuantity
      listPrice { amount }
      total { amount }
      refunded { amount }
      returnable
    }
  }
`;

const CLAIM = /* GraphQL */ `
  mutation ClaimReturn($returnId: ID!, $lines: [ReturnClaimInput!]!) {
    claimReturn(returnId: $returnId, lines: $lines) { orderLineId refund { amount currency } }
  }
`;

type Amount = Pick<Money, 'amount'>;
type ReturnableLine = Omit<OrderedLine, 'listPrice' | 'total' | 'refunded'> & { readonly listPrice: Amount | null; readonly total: Amount; readonly refunded: Amount };

/** The order lines, by id. One that the viewer may not know of refuses all. */
export async function askReturnableLines(ask: AskPeer, orderLineIds: readonly string[]): Promise<ReadonlyMap<string, OrderedLine>> {
  const { returnableLines } = await ask<{ returnableLines: ReturnableLine[] }>({ subgraph: 'orders', query: LINES, variables: { orderLineIds: [...new Set(orderLineIds)] } });
  return new Map(returnableLines.map((line) => [line.id, { ...line, listPrice: line.listPrice?.amount ?? null, total: line.total.amount, refunded: line.refunded.amount }]));
}

/** Takes the quantities at orders, all or none; may be repeated. @returns the refund in minor units, by order line */
export async function claimReturn(ask: AskPeer, returnId: string, lines: readonly { orderLineId: string; quantityMicro: bigint }[]): Promise<ReadonlyMap<string, bigint>> {
  const claims = lines.map(({ orderLineId, quantityMicro }) => ({ orderLineId, quantity: fromMicro(quantityMicro) }));
  const { claimReturn: claimed } = await ask<{ claimReturn: { orderLineId: string; refund: Money }[] }>({ subgraph: 'orders', query: CLAIM, variables: { returnId, lines: claims } });
  return new Map(claimed.map(({ orderLineId, refund }) => [orderLineId, minorFrom(refund.amount, refund.currency)]));
}
