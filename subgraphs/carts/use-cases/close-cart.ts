import type { CartCommand } from '../domain/cart-lifecycle.ts';
import { CART_LIFECYCLE } from '../domain/cart-lifecycle.ts';
import { judge } from '#kernel/lifecycle.ts';
import { unpoint } from './create-cart.ts';
import { writeCart, type CartsTx } from './write-cart.ts';

/** An order or a quote was made of the cart: it is closed. Closed already: nothing happens. */
export async function closeCart(tx: CartsTx, cartId: string, command: Extract<CartCommand, 'order' | 'quote'>, actorId: string | null): Promise<void> {
  const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).executeTakeFirst();
  if (!cart) return;
  const judgement = judge(CART_LIFECYCLE, { status: cart.status, command, roles: ['system'], facts: { heldByCheckout: false, lineCount: 1 } });
  if (!judgement.allowed) return;
  await unpoint(tx, cartId);
  await writeCart(tx, cart, { status: judgement.move.to }, { type: judgement.move.audit, actorId, now: new Date() });
}
