import { find, findBoth } from '#kernel/statement.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import { WHOLE_UP_TO, type StandingLine } from '../domain/standing-lines.ts';
import type { CartMember } from '../entities/cart-member.ts';
import type { CartWithLines } from './read-cart.ts';

type Sql = CartsContext['db']['sql'];
export interface EditedCart {
  readonly cart: Cart;
  readonly lines: readonly StandingLine[];
}

interface Cartfuls {
  readonly carts: readonly Cart[];
  readonly lines: readonly CartLine[];
}

/** The cart and its lines as they are at one moment, whatever this request has loaded before. */
export async function loadCart({ db }: CartsContext, cartId: string): Promise<CartWithLines | undefined> {
  const { carts: [cart], lines } = await loadCarts(db.sql, [cartId]);
  return cart && { cart, lines: [...lines] };
}

/**
 * A cart to be changed; of a large one the lines without what only their readers want. The cart is read first: lines that
 * somebody changed in between belong to a later version, and the write is overtaken.
 */
export async function loadForEdit({ db }: CartsContext, cartId: string): Promise<EditedCart | undefined> {
  const [cart] = await find(db.sql, selectCarts, { cartIds: [cartId] });
  if (!cart) return undefined;
  return { cart, lines: cart.lineCount > WHOLE_UP_TO ? await find(db.sql, selectStanding, { cartIds: [cartId] }) : await loadLines(db.sql, [cartId]) };
}

export const loadLinesById = ({ db }: CartsContext, cartIds: readonly string[], ids: readonly string[]): Promise<CartLine[]> => find(db.sql, selectSome, { cartIds, lineIds: ids });

/** Carts and their lines, read at one moment: a total never stands beside the lines of another version. */
export async function loadCarts(sql: Sql, cartIds: readonly string[]): Promise<Cartfuls> {
  const [carts, lines] = await findBoth(sql, selectCarts, selectLines, { cartIds });
  return { carts, lines };
}

export const loadLines = (sql: Sql, cartIds: readonly string[]): Promise<CartLine[]> => find(sql, selectLines, { cartIds });

/** Current members, in the order they were invited. */
export const loadMembers = (sql: Sql, cartIds: readonly string[]): Promise<CartMember[]> => find(sql, selectMembers, { cartIds });

interface Wanted {
  readonly cartIds: readonly string[];
}
const selectCarts = (sql: Sql, { cartIds }: Wanted) => sql.selectFrom('Cart').selectAll().where('id', 'in', cartIds);
const selectSome = (sql: Sql, { cartIds, lineIds }: Wanted & { readonly lineIds: readonly string[] }) => selectLines(sql, { cartIds }).where('id', 'in', lineIds);
const selectStanding = (sql: Sql, { cartIds }: Wanted) =>
  sql
    .selectFrom('CartLine')
    .select(['id', 'position', 'sku', 'configuration', 'quantityMicro', 'uom', 'listUnitMicro', 'unitMicro', 'totalMinor', 'discountMinor', 'agreementId', 'shipping', 'billTo', 'endCustomer', 'fields', 'note', 'addedById'])
    .where('cartId', 'in', cartIds)
    .orderBy('position');
const selectLines = (sql: Sql, { cartIds }: Wanted) => sql.selectFrom('CartLine').selectAll().where('cartId', 'in', cartIds).orderBy('position');
const selectMembers = (sql: Sql, { cartIds }: Wanted) => sql.selectFrom('CartMember').selectAll().where('cartId', 'in', cartIds).where('endedAt', 'is', null).orderBy('id');
