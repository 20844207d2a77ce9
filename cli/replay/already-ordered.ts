import type { Product } from '../product/ask.ts';
import { KEY_PREFIX } from './sale.ts';

const ORDERS = /* GraphQL */ `
  query OrdersSoFar($after: String) {
    orders(first: 100, after: $after) {
      edges { node { purchaseOrderNumber } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

interface Page {
  readonly orders: {
    readonly edges: readonly { readonly node: { readonly purchaseOrderNumber: string | null } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** The numbers of the invoices that are orders already, as the product itself tells: a guest's could not be known otherwise. */
export async function readAlreadyOrdered(product: Product): Promise<Set<string>> {
  const numbers = new Set<string>();
  let after: string | null = null;
  do {
    const page: Page = await product.ask<Page>(ORDERS, { after });
    for (const { node } of page.orders.edges) {
      if (node.purchaseOrderNumber?.startsWith(KEY_PREFIX)) numbers.add(node.purchaseOrderNumber.slice(KEY_PREFIX.length));
    }
    after = page.orders.pageInfo.hasNextPage ? page.orders.pageInfo.endCursor : null;
  } while (after !== null);
  return numbers;
}
