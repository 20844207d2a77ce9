import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { CartsTables } from '../entities/tables.ts';
import { loadCarts, loadLines } from '../use-cases/load-cart.ts';

export interface CartsLoaders {
  readonly cartById: DataLoader<string, Cart | undefined>;
  readonly linesOfCart: DataLoader<string, CartLine[]>;
}

/** One set a request: a list of carts costs one statement a table. */
export function createLoaders(sql: Kysely<CartsTables>): CartsLoaders {
  const linesOfCart = new DataLoader<string, CartLine[]>(async (ids) => byCart(ids, await loadLines(sql, ids)));
  const cartById = new DataLoader<string, Cart | undefined>(async (ids) => {
    const { carts, lines } = await loadCarts(sql, ids);
    byCart(ids, lines).forEach((own, i) => linesOfCart.clear(ids[i] ?? '').prime(ids[i] ?? '', own));
    const byId = new Map(carts.map((cart) => [cart.id, cart]));
    return ids.map((id) => byId.get(id));
  });
  return { cartById, linesOfCart };
}

function byCart(ids: readonly string[], lines: readonly CartLine[]): CartLine[][] {
  const known = Map.groupBy(lines, (line) => line.cartId);
  return ids.map((id) => known.get(id) ?? []);
}
