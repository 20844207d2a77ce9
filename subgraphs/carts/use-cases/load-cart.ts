import type { CartsContext } from '../context.ts';
import type { CartWithLines } from './read-cart.ts';

/** The cart and its lines as they are at one moment, whatever this request has loaded before. */
export function loadCart({ db }: CartsContext, cartId: string): Promise<CartWithLines | undefined> {
  return db.sql.transaction().execute(async (snapshot) => {
    const cart = await snapshot.selectFrom('Cart').selectAll().where('id', '=', cartId).executeTakeFirst();
    if (!cart) return undefined;
    const lines = await snapshot.selectFrom('CartLine').selectAll().where('cartId', '=', cartId).orderBy('position').execute();
    return { cart, lines };
  });
}
