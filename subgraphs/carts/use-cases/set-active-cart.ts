import { write } from '#kernel/statement.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ActiveCart } from '../entities/active-cart.ts';
import { Overtaken, type CartsTx } from './write-cart.ts';

/** The viewer's first cart is the active one. Of two first adds at once the second starts again and finds the cart. [CART-01, CART-04] */
export async function pointFirst(tx: CartsTx, viewer: Viewer, cartId: string): Promise<void> {
  if ((await write(tx.sql, insertPointer, { accountId: viewer.accountId, userId: viewer.id, cartId })) === 0) throw new Overtaken();
}

const insertPointer = (sql: CartsTx['sql'], pointer: ActiveCart) => sql.insertInto('ActiveCart').values(pointer).onConflict((oc) => oc.doNothing());

/** Makes a cart the one active cart of a user. */
export async function pointTo(tx: CartsTx, viewer: Viewer, cartId: string): Promise<void> {
  await tx.sql
    .insertInto('ActiveCart')
    .values({ accountId: viewer.accountId, userId: viewer.id, cartId })
    .onConflict((oc) => oc.columns(['accountId', 'userId']).doUpdateSet({ cartId }))
    .execute();
}

/** The users have this cart active no longer. */
export async function unpointFor(tx: CartsTx, cartId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length > 0) await tx.sql.deleteFrom('ActiveCart').where('cartId', '=', cartId).where('userId', 'in', userIds).execute();
}

/** No user has this cart active any more. */
export async function unpoint(tx: CartsTx, cartId: string): Promise<void> {
  await tx.sql.deleteFrom('ActiveCart').where('cartId', '=', cartId).execute();
}
