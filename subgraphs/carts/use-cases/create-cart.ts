import { write } from '#kernel/statement.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ActiveCart } from '../entities/active-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { Overtaken, type CartsTx } from './write-cart.ts';

/** Makes the cart that a first add needs, and the viewer's pointer to it. Of two first adds at once the second starts again and finds the cart. [CART-01, CART-04] */
export async function createCart(tx: CartsTx, cart: Cart, viewer: Viewer): Promise<void> {
  await write(tx.sql, insertCart, cart);
  if ((await write(tx.sql, insertPointer, { accountId: viewer.accountId, userId: viewer.id, cartId: cart.id })) === 0) throw new Overtaken();
}

const insertCart = (sql: CartsTx['sql'], cart: Cart) => sql.insertInto('Cart').values(cart);
const insertPointer = (sql: CartsTx['sql'], pointer: ActiveCart) => sql.insertInto('ActiveCart').values(pointer).onConflict((oc) => oc.doNothing());

/** Makes a cart the one active cart of a user. */
export async function pointTo(tx: CartsTx, viewer: Viewer, cartId: string): Promise<void> {
  await tx.sql
    .insertInto('ActiveCart')
    .values({ accountId: viewer.accountId, userId: viewer.id, cartId })
    .onConflict((oc) => oc.columns(['accountId', 'userId']).doUpdateSet({ cartId }))
    .execute();
}

/** No user has this cart active any more. */
export async function unpoint(tx: CartsTx, cartId: string): Promise<void> {
  await tx.sql.deleteFrom('ActiveCart').where('cartId', '=', cartId).execute();
}
