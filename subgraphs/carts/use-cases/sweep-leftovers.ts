import type { CartsContext } from '../context.ts';

/** Takes away what still points to carts that are gone or closed, who was let into carts that are gone, and what made carts express orders that are none any more. [CART-42] */
export async function sweepLeftovers({ db }: Pick<CartsContext, 'db'>): Promise<void> {
  await db.sql
    .deleteFrom('ActiveCart')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('Cart').select('Cart.id').whereRef('Cart.id', '=', 'ActiveCart.cartId').where('Cart.status', 'in', ['ACTIVE', 'SAVED']))))
    .execute();
  await db.sql
    .deleteFrom('ExpressOrder')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('Cart').select('Cart.id').whereRef('Cart.id', '=', 'ExpressOrder.cartId').where('Cart.status', '=', 'EXPRESS'))))
    .execute();
  await db.sql
    .deleteFrom('CartMember')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('Cart').select('Cart.id').whereRef('Cart.id', '=', 'CartMember.cartId'))))
    .execute();
}
