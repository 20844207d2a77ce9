import { find } from '#kernel/statement.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { CartWithLines } from './read-cart.ts';

type Sql = CartsContext['db']['sql'];
interface Cartfuls {
  readonly carts: readonly Cart[];
  readonly lines: readonly CartLine[];
}

/** The cart and its lines as they are at one moment, whatever this request has loaded before. */
export async function loadCart({ db }: CartsContext, cartId: string): Promise<CartWithLines | undefined> {
  const { carts: [cart], lines } = await loadCarts(db.sql, [cartId]);
  return cart && { cart, lines: [...lines] };
}

/** Carts and their lines, read in one transaction: a total never stands beside the lines of another version. */
export function loadCarts(sql: Sql, cartIds: readonly string[]): Promise<Cartfuls> {
  return sql.transaction().execute(async (snapshot) => ({ carts: await find(snapshot, selectCarts, { cartIds }), lines: await loadLines(snapshot, cartIds) }));
}

export const loadLines = (sql: Sql, cartIds: readonly string[]): Promise<CartLine[]> => find(sql, selectLines, { cartIds });

interface Wanted {
  readonly cartIds: readonly string[];
}
const selectCarts = (sql: Sql, { cartIds }: Wanted) => sql.selectFrom('Cart').selectAll().where('id', 'in', cartIds);
const selectLines = (sql: Sql, { cartIds }: Wanted) => sql.selectFrom('CartLine').selectAll().where('cartId', 'in', cartIds).orderBy('position');
