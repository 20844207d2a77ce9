import type { Product } from '../product/ask.ts';
import { KEY_PREFIX } from './sale.ts';

/** An order of an invoice, as the product tells of it. */
export interface BookedOrder {
  readonly lines: number;
  readonly quantity: bigint;
  readonly total: string;
}

const BOOK = /* GraphQL */ `
  query OrderBook($after: String) {
    orders(first: 100, after: $after) {
      edges { node { purchaseOrderNumber status total { amount } lines { quantity } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

interface Page {
  readonly orders: {
    readonly edges: readonly { readonly node: Node }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

interface Node {
  readonly purchaseOrderNumber: string | null;
  readonly status: string;
  readonly total: { readonly amount: string };
  readonly lines: readonly { readonly quantity: string }[];
}

/** Every order that was an invoice once, by the number of that. @throws when an invoice is two orders */
export async function readOrderBook(product: Product): Promise<Map<string, BookedOrder>> {
  const book = new Map<string, BookedOrder>();
  let after: string | null = null;
  do {
    const page: Page = await product.ask<Page>(BOOK, { after });
    for (const { node } of page.orders.edges) {
      if (!node.purchaseOrderNumber?.startsWith(KEY_PREFIX) || node.status === 'CANCELED') continue;
      const number = node.purchaseOrderNumber.slice(KEY_PREFIX.length);
      if (book.has(number)) throw new Error(`Invoice ${number} is two orders.`);
      book.set(number, { lines: node.lines.length, quantity: node.lines.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n), total: node.total.amount });
    }
    after = page.orders.pageInfo.hasNextPage ? page.orders.pageInfo.endCursor : null;
  } while (after !== null);
  return book;
}
