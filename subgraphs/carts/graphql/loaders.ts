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
  const linesOfCart = new DataLoader<string, CartLine[]>((ids) => readLines(sql, ids));

  /** A cart and its lines are read in one transaction: a total never stands beside the lines of another version. */
  const cartById = new DataLoader<string, Cart | undefined>((ids) =>
    sql.transaction().execute(async (snapshot) => {
      const rows = await snapshot.selectFrom('Cart').selectAll().where('id', 'in', ids).execute();
      const lines = await readLines(snapshot, ids);
      const byId = new Map(rows.map((row) => [row.id, row]));
      ids.forEach((id, i) => linesOfCart.clear(id).prime(id, lines[i] ?? []));
      return ids.map((id) => byId.get(id));
    }),
  );
  return { cartById, linesOfCart };
}

async function readLines(sql: Kysely<CartsTables>, cartIds: readonly string[]): Promise<CartLine[][]> {
  const rows = await sql.selectFrom('CartLine').selectAll().where('cartId', 'in', cartIds).orderBy('position').execute();
  const byCart = Map.groupBy(rows, (row) => row.cartId);
  return cartIds.map((id) => byCart.get(id) ?? []);
}
