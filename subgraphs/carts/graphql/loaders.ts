import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { CartsTables } from '../entities/tables.ts';

export interface CartsLoaders {
  readonly cartById: DataLoader<string, Cart | undefined>;
  readonly linesOfCart: DataLoader<string, CartLine[]>;
}

/** One set a request: a list of carts costs one statement a table. */
export function createLoaders(sql: Kysely<CartsTables>): CartsLoaders {
  return {
    cartById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Cart').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    linesOfCart: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('CartLine').selectAll().where('cartId', 'in', ids).orderBy('position').execute();
      const byCart = Map.groupBy(rows, (row) => row.cartId);
      return ids.map((id) => byCart.get(id) ?? []);
    }),
  };
}
