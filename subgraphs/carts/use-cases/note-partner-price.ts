import { OPEN_STATUSES } from '../domain/cart-lifecycle.ts';
import { writeCart, type CartsTx } from './write-cart.ts';

/** A partner has named his price for the cart as it was: while it stays so, what it costs is no estimate any more. A cart that has changed meanwhile is left alone. [XFER-01, V.36] */
export async function notePartnerPrice(tx: CartsTx, cartId: string, priceHash: string, { actorId, at }: { actorId: string | null; at: Date }): Promise<void> {
  const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).where('priceHash', '=', priceHash).where('status', 'in', OPEN_STATUSES).executeTakeFirst();
  if (!cart || cart.partnerPricedHash === priceHash) return;
  await writeCart(tx, cart, { partnerPricedHash: priceHash }, { type: 'PARTNER_PRICED', actorId, now: at });
}
