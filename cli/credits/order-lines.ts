import { microFrom } from '#kernel/money.ts';
import type { Product } from '../product/ask.ts';
import { KEY_PREFIX } from '../replay/sale.ts';
import type { CreditLine, RefusedLine } from './read-credits.ts';

const ORDERS = /* GraphQL */ `
  query OrdersToReturn($after: String) {
    orders(first: 100, after: $after) {
      edges { node { id purchaseOrderNumber } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

const LINES = /* GraphQL */ `
  query LinesToReturn($orderId: ID!) {
    order(id: $orderId) { lines { id quantity returnableQuantity unitPrice { amount } product { sku } } }
  }
`;

interface Page {
  readonly orders: { readonly edges: readonly { readonly node: { readonly id: string; readonly purchaseOrderNumber: string | null } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
}

interface OrderLine {
  readonly id: string;
  readonly returnableQuantity: string;
  readonly unitPrice: { readonly amount: string };
  readonly product: { readonly sku: string };
}

/** The orders that invoices became, by the number of the invoice. */
export async function readOrderIds(administrator: Product): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  let after: string | null = null;
  do {
    const page: Page = await administrator.ask<Page>(ORDERS, { after });
    for (const { node } of page.orders.edges) if (node.purchaseOrderNumber?.startsWith(KEY_PREFIX)) ids.set(node.purchaseOrderNumber.slice(KEY_PREFIX.length), node.id);
    after = page.orders.pageInfo.hasNextPage ? page.orders.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

export interface WantedLine {
  readonly orderLineId: string;
  readonly quantity: number;
  readonly price: bigint;
}

/** Finds the lines of orders that credits belong to, at the very price: a product may stand in an order several times. */
export async function findOrderLines(buyer: Product, lines: readonly CreditLine[], orderIds: ReadonlyMap<string, string>): Promise<{ wanted: WantedLine[]; refused: RefusedLine[] }> {
  const left = new Map<string, number>();
  const known = new Map<string, readonly OrderLine[]>();
  const wanted: WantedLine[] = [];
  const refused: RefusedLine[] = [];
  for (const line of lines) {
    const orderId = orderIds.get(line.invoice);
    if (orderId === undefined) {
      refused.push({ row: line.row, reason: 'NOT_ORDERED' });
      continue;
    }
    const ordered = known.get(orderId) ?? (await buyer.ask<{ order: { lines: OrderLine[] } }>(LINES, { orderId })).order.lines;
    known.set(orderId, ordered);
    const found = shareOut(line, ordered, left);
    if (found.length === 0) refused.push({ row: line.row, reason: 'NOT_IN_ORDER' });
    wanted.push(...found);
  }
  return { wanted: joined(wanted), refused };
}

/** All of the quantity, or nothing. */
function shareOut({ sku, quantity, price }: CreditLine, ordered: readonly OrderLine[], left: Map<string, number>): WantedLine[] {
  const same = ordered.filter((line) => line.product.sku === sku && microFrom(line.unitPrice.amount) === price);
  const taken: WantedLine[] = [];
  let missing = quantity;
  for (const { id, returnableQuantity } of same) {
    const available = left.get(id) ?? Number(returnableQuantity);
    const part = Math.min(missing, available);
    if (part > 0) taken.push({ orderLineId: id, quantity: part, price });
    missing -= part;
  }
  if (missing > 0) return [];
  for (const { orderLineId, quantity: part } of taken) left.set(orderLineId, (left.get(orderLineId) ?? Number(same.find(({ id }) => id === orderLineId)?.returnableQuantity)) - part);
  return taken;
}

/** A line of a return for each line of an order. */
const joined = (lines: readonly WantedLine[]): WantedLine[] =>
  [...Map.groupBy(lines, ({ orderLineId }) => orderLineId).values()].flatMap((some) => (some[0] ? [{ ...some[0], quantity: some.reduce((all, { quantity }) => all + quantity, 0) }] : []));
