import { minorFrom, type Money } from '#kernel/money.ts';
import type { AskPeer } from '#kernel/peers.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { OrderedLine } from '../domain/ordered-line.ts';
import type { ReturnSearchField } from '../domain/search-lines.ts';

const FIELDS = /* GraphQL */ `
  fragment Fields on LineToReturn {
    id orderId orderNumber orderStatus lineStatus isHeld placedAt shippedAt sku description accountId billToAccountId currency uom
    quantity shippedQuantity returnedQuantity returnableQuantity returnable serialControlled serialNumbers parentLineId
    components { orderLineId parentLineId sku quantity }
    listPrice { amount }
    paid { amount }
    discount { amount }
    tax { amount }
    refunded { amount }
    billed { amount }
    shipTo { id recipient line1 line2 postalCode city country }
    billTo { id recipient line1 line2 postalCode city country }
  }
`;

const LINES = /* GraphQL */ `
  query LinesToReturn($orderLineIds: [ID!]!, $returnId: ID) {
    linesToReturn(orderLineIds: $orderLineIds, returnId: $returnId) { ...Fields }
  }
  ${FIELDS}
`;

const OF_ORDER = /* GraphQL */ `
  query LinesOfOrderToReturn($orderId: ID!) {
    linesOfOrderToReturn(orderId: $orderId) { ...Fields }
  }
  ${FIELDS}
`;

const FIND = /* GraphQL */ `
  query FindLinesToReturn($field: String!, $text: String!) {
    findLinesToReturn(field: $field, text: $text) { ...Fields }
  }
  ${FIELDS}
`;

const CLAIM = /* GraphQL */ `
  mutation ClaimReturn($returnId: ID!, $version: Int!, $lines: [ReturnClaimInput!]!, $shippedOnly: Boolean!) {
    claimReturn(returnId: $returnId, version: $version, lines: $lines, shippedOnly: $shippedOnly) {
      orderLineId
      refund { amount currency }
    }
  }
`;

type Amount = Pick<Money, 'amount'>;
type Amounts = 'paid' | 'discount' | 'tax' | 'refunded' | 'billed';
interface ToldLine extends Omit<OrderedLine, Amounts | 'listPrice' | 'placedAt' | 'shippedAt'>, Readonly<Record<Amounts, Amount>> {
  readonly listPrice: Amount | null;
  readonly placedAt: string | Date;
  readonly shippedAt: string | Date | null;
}

function lineOf({ listPrice, placedAt, shippedAt, paid, discount, tax, refunded, billed, ...line }: ToldLine): OrderedLine {
  return {
    ...line,
    placedAt: new Date(placedAt),
    shippedAt: shippedAt === null ? null : new Date(shippedAt),
    listPrice: listPrice?.amount ?? null,
    paid: paid.amount,
    discount: discount.amount,
    tax: tax.amount,
    refunded: refunded.amount,
    billed: billed.amount,
  };
}

/** The order lines, by id. One that the viewer may not know of refuses all. @param returnId what this return has taken counts as still there */
export async function askLinesToReturn(ask: AskPeer, orderLineIds: readonly string[], returnId?: string): Promise<ReadonlyMap<string, OrderedLine>> {
  const { linesToReturn } = await ask<{ linesToReturn: ToldLine[] }>({ subgraph: 'orders', query: LINES, variables: { orderLineIds: [...new Set(orderLineIds)], returnId } });
  return new Map(linesToReturn.map((line) => [line.id, lineOf(line)]));
}

/** All lines of an order. */
export async function askLinesOfOrder(ask: AskPeer, orderId: string): Promise<OrderedLine[]> {
  const { linesOfOrderToReturn } = await ask<{ linesOfOrderToReturn: ToldLine[] }>({ subgraph: 'orders', query: OF_ORDER, variables: { orderId } });
  return linesOfOrderToReturn.map(lineOf);
}

/** The viewer's order lines that a number stands for exactly. */
export async function findLines(ask: AskPeer, field: ReturnSearchField, text: string): Promise<OrderedLine[]> {
  const { findLinesToReturn } = await ask<{ findLinesToReturn: ToldLine[] }>({ subgraph: 'orders', query: FIND, variables: { field, text } });
  return findLinesToReturn.map(lineOf);
}

export interface ClaimedReturn {
  readonly returnId: string;
  /** Of the return, as these lines were read. */
  readonly version: number;
  readonly lines: readonly { readonly orderLineId: string; readonly quantityMicro: bigint }[];
  readonly shippedOnly: boolean;
}

/** Takes the quantities at orders, all or none; may be repeated. One of an older version than was claimed before is refused. @returns the refund in minor units, by order line */
export async function claimReturn(ask: AskPeer, { returnId, version, lines, shippedOnly }: ClaimedReturn): Promise<ReadonlyMap<string, bigint>> {
  const claims = lines.map(({ orderLineId, quantityMicro }) => ({ orderLineId, quantity: fromMicro(quantityMicro) }));
  const variables = { returnId, version, lines: claims, shippedOnly };
  const { claimReturn: claimed } = await ask<{ claimReturn: { orderLineId: string; refund: Money }[] }>({ subgraph: 'orders', query: CLAIM, variables });
  return new Map(claimed.map(({ orderLineId, refund }) => [orderLineId, minorFrom(refund.amount, refund.currency)]));
}
