import type { AskPeer } from '#kernel/peers.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';

interface AskedItem {
  readonly sku: string;
  readonly quantity: string;
  readonly uom: string;
}

interface AnsweredItem {
  readonly problem: string | null;
  readonly message: string | null;
}

const ITEMS = /* GraphQL */ `
  query ItemsToReorder($rows: [ItemRowInput!]!) {
    resolveItems(rows: $rows) { problem message }
  }
`;

const AT_ONCE = 1_000;

/** Whether each can be had so now, in the order asked. */
export async function askItems(ask: AskPeer, rows: readonly AskedItem[]): Promise<AnsweredItem[]> {
  const answers: AnsweredItem[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const { resolveItems } = await ask<{ resolveItems: AnsweredItem[] }>({ subgraph: 'catalog', query: ITEMS, variables: { rows: rows.slice(from, from + AT_ONCE) } });
    answers.push(...resolveItems);
  }
  return answers;
}

const ADD = /* GraphQL */ `
  mutation Reorder($lines: [CartLineInput!]!, $cartId: ID, $key: String) {
    addCartLines(lines: $lines, cartId: $cartId, idempotencyKey: $key) { id }
  }
`;

export interface LinesToAdd {
  readonly lines: readonly (AskedItem & { readonly configuration: readonly OptionChoice[] | null | undefined })[];
  readonly cartId: string | null;
  readonly key: string | null;
}

/** Adds products to a cart of the viewer, the active one when none is named; all of them or none. With the same key again nothing more is added. */
export async function addToCart(ask: AskPeer, { lines, cartId, key }: LinesToAdd): Promise<{ id: string }> {
  const { addCartLines } = await ask<{ addCartLines: { id: string } }>({ subgraph: 'carts', query: ADD, variables: { lines, cartId, key } });
  return addCartLines;
}
