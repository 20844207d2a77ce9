import { isRefusal, refuse } from '#kernel/errors.ts';
import type { Frame } from '#kernel/feed.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { readCart } from './read-cart.ts';

/** The cart of a frame with the rights of this moment. Whoever may no longer see it is told what ended that, once; the stream ends with it. [NOTIF-07] */
export async function readFollowed(context: CartsContext, { aggregateId: cartId, cause, version }: Pick<Frame, 'aggregateId' | 'cause' | 'version'>): Promise<Cart> {
  try {
    return await readCart(context, cartId);
  } catch (error) {
    if (!isRefusal(error, 'NOT_FOUND')) throw error;
    throw refuse('NOT_FOUND', 'You can no longer see this cart.', { cartId, version, cause: (await endCauseOf(context, cartId)) ?? cause });
  }
}

/** A frame that comes late tells of an earlier change; the membership knows its own end. */
async function endCauseOf({ db, viewer }: CartsContext, cartId: string): Promise<string | null | undefined> {
  const member = await db.sql.selectFrom('CartMember').select('endCause').where('cartId', '=', cartId).where('userId', '=', viewer?.id ?? '').orderBy('endedAt', 'desc').executeTakeFirst();
  return member?.endCause;
}
