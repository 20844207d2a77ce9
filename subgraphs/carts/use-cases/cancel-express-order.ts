import type { CartsContext } from '../context.ts';
import type { CartCommand } from '../domain/cart-lifecycle.ts';
import type { ExpressKind } from '../domain/express-checkout.ts';
import type { Cart } from '../entities/cart.ts';
import { changeCart } from './change-cart.ts';
import { requireExpress } from './guard-express.ts';
import { refuseStale } from './write-cart.ts';

/** A cart goes back among the saved ones; what was only put together to be ordered is thrown away. */
const CANCELS: { readonly [K in ExpressKind]: { readonly command: CartCommand; readonly changes: (cart: Cart, now: Date) => Partial<Cart> } } = {
  CART: { command: 'withdraw', changes: ({ nameKey, name }) => ({ nameKey: name == null ? 'SYSTEM_SAVED' : nameKey }) },
  ITEMS: { command: 'discard', changes: (_cart, now) => ({ expiresAt: now }) },
};

/** The buyer thinks better of it before the batch has picked the order up. [EXP-05, CAN-09] */
export async function cancelExpressOrder(context: CartsContext, cartId: string, expectedVersion?: number | null): Promise<Cart> {
  requireExpress(context);
  const order = await context.db.sql.selectFrom('ExpressOrder').select('kind').where('cartId', '=', cartId).executeTakeFirst();
  const { command, changes } = CANCELS[order?.kind ?? 'ITEMS']; // of a cart that is no express order the lifecycle says what it became
  return changeCart(context, cartId, command, async (tx, { cart }, viewer) => {
    refuseStale(cart, expectedVersion, viewer);
    await tx.sql.deleteFrom('ExpressOrder').where('cartId', '=', cartId).execute();
    return { cause: 'EXPRESS_CANCELED', changes: changes(cart, context.clock.now()) };
  });
}
