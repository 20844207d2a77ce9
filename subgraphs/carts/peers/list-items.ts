import type { ErrorCode } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';

const ITEMS = /* GraphQL */ `
  query ItemsOfList($rows: [ItemRowInput!]!) {
    resolveItems(rows: $rows) { sku quantity uom problem message product { itemType } }
  }
`;

export interface AskedItem {
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
}

/** With a problem, what was asked comes back as it was. */
export interface AnsweredItem {
  readonly sku: string | null;
  readonly quantity: string | null;
  readonly uom: string | null;
  readonly problem: ErrorCode | null;
  readonly message: string | null;
  readonly product: { readonly itemType: string } | null;
}

/** What each item is, in the order asked, and whether it can be had so; at most 1,000. */
export async function askItems(ask: AskPeer, items: readonly AskedItem[]): Promise<AnsweredItem[]> {
  const rows = items.map(({ sku, quantity, uom }) => ({ sku, quantity, uom }));
  const { resolveItems } = await ask<{ resolveItems: AnsweredItem[] }>({ subgraph: 'catalog', query: ITEMS, variables: { rows } });
  return resolveItems;
}
