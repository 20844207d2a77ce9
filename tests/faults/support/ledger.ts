/** What the server has acknowledged, written down on the client's side: the measure of what may not be lost. */
export interface Ledger {
  /** Each acknowledged change of a cart: it stands at this version or later. */
  readonly versions: { readonly cartId: string; readonly version: number }[];
  /** What the lines of each cart must be in the end: unique quantities. */
  readonly contents: Map<string, Set<number>>;
  readonly orders: { readonly orderId: string; readonly cartId?: string; readonly quoteId?: string; readonly total: string; readonly bolts: number }[];
  readonly quotes: Set<string>;
  /** Commands that carried a key, to be sent again at the end. */
  readonly keyed: { readonly person: string; readonly query: string; readonly variables: Record<string, unknown>; readonly cartId: string }[];
  acknowledged: number;
}

export const openLedger = (): Ledger => ({ versions: [], contents: new Map(), orders: [], quotes: new Set(), keyed: [], acknowledged: 0 });

export function contentsOf({ contents }: Ledger, cartId: string): Set<number> {
  const known = contents.get(cartId) ?? new Set();
  contents.set(cartId, known);
  return known;
}
