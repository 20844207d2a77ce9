import DataLoader from 'dataloader';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartAttachment } from '../entities/cart-attachment.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { CartNameText } from '../entities/cart-name-text.ts';
import type { CartMember } from '../entities/cart-member.ts';
import type { CartsTables } from '../entities/tables.ts';
import { loadAttachments } from '../use-cases/load-attachments.ts';
import { findMemberships, type Membership } from '../use-cases/find-standing.ts';
import { loadCarts, loadLines, loadMembers } from '../use-cases/load-cart.ts';
import { findQuotesOffered, type QuotesOffered } from '../use-cases/find-quotes-offered.ts';
import { loadLists, type ListWithLines } from '../use-cases/load-lists.ts';

export interface CartsLoaders {
  readonly cartById: DataLoader<string, Cart | undefined>;
  readonly linesOfCart: DataLoader<string, CartLine[]>;
  /** The few texts for carts without a name, all under one key. */
  readonly nameTexts: DataLoader<'all', CartNameText[]>;
  /** What the sales desk offers, asked once, under one key. */
  readonly quotesOffered: DataLoader<'all', QuotesOffered>;
  /** Those that were applied. */
  readonly attachmentsOfCart: DataLoader<string, CartAttachment[]>;
  readonly listById: DataLoader<string, ListWithLines | undefined>;
  /** Current members only. */
  readonly membersOfCart: DataLoader<string, CartMember[]>;
  /** What the viewer is to a cart that is shared with them. */
  readonly membershipOf: DataLoader<string, Membership | undefined>;
}

/** One set a request: a list of carts costs one statement a table. */
export function createLoaders({ db: { sql }, viewer, ask }: Pick<BaseContext<CartsTables>, 'db' | 'viewer' | 'ask'>, sharing: boolean): CartsLoaders {
  const linesOfCart = new DataLoader<string, CartLine[]>(async (ids) => byCart(ids, await loadLines(sql, ids)));
  const cartById = new DataLoader<string, Cart | undefined>(async (ids) => {
    const { carts, lines } = await loadCarts(sql, ids);
    byCart(ids, lines).forEach((own, i) => linesOfCart.clear(ids[i] ?? '').prime(ids[i] ?? '', own));
    const byId = new Map(carts.map((cart) => [cart.id, cart]));
    return ids.map((id) => byId.get(id));
  });
  const listById = new DataLoader<string, ListWithLines | undefined>(async (ids) => {
    const byId = new Map((await loadLists(sql, ids)).map((found) => [found.list.id, found]));
    return ids.map((id) => byId.get(id));
  });
  const attachmentsOfCart = new DataLoader<string, CartAttachment[]>(async (ids) => {
    const known = Map.groupBy(await loadAttachments(sql, ids), ({ cartId }) => cartId);
    return ids.map((id) => known.get(id) ?? []);
  });
  const membershipOf = new DataLoader<string, Membership | undefined>(async (ids) => {
    const found = viewer && sharing ? await findMemberships(sql, viewer.id, ids) : [];
    return ids.map((id) => found.find(({ cartId }) => cartId === id));
  });
  const nameTexts = new DataLoader<'all', CartNameText[]>(async (keys) => {
    const texts = await sql.selectFrom('CartNameText').selectAll().orderBy('nameKey').orderBy('site').orderBy('language').execute();
    return keys.map(() => texts);
  });
  const quotesOffered = new DataLoader<'all', QuotesOffered>(async (keys) => {
    const offered = await findQuotesOffered({ ask });
    return keys.map(() => offered);
  });
  const membersOfCart = new DataLoader<string, CartMember[]>(async (ids) => byCart(ids, await loadMembers(sql, ids)));
  return { cartById, linesOfCart, attachmentsOfCart, membersOfCart, membershipOf, listById, nameTexts, quotesOffered };
}

function byCart<Row extends { cartId: string }>(ids: readonly string[], rows: readonly Row[]): Row[][] {
  const known = Map.groupBy(rows, (row) => row.cartId);
  return ids.map((id) => known.get(id) ?? []);
}
