import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { mayClaim } from '#kernel/memberships.ts';
import { readRetrievalNumber } from '#kernel/share-inputs.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartMember } from '../entities/cart-member.ts';
import { noSuchCart, readCart, standingOf } from './read-cart.ts';
import { inTurn, judgeCart, writeCart } from './write-cart.ts';

/** Opens a shared cart by the number that was sent; an invitation of a private person becomes the membership of the first who does. [SHARE-16..19] */
export async function retrieveSharedCart(context: CartsContext, typed: string): Promise<Cart> {
  const viewer = requireViewer(context);
  refuseWithoutEntry(context, viewer);
  const retrievalNumber = readRetrievalNumber(typed);
  const found = await memberOf(context.db.sql, retrievalNumber);
  if (!found) throw refuse('RETRIEVAL_NUMBER_UNKNOWN', 'There is no such retrieval number.');
  const { cartId } = found;
  return inTurn(context, cartId, async () => {
    context.loaders.cartById.clear(cartId);
    const cart = await context.loaders.cartById.load(cartId);
    if (cart && (await standingOf(context, cart))) return readCart(context, cartId);
    const claimed = await context.db.transact(async (tx) => {
      const member = await memberOf(tx.sql, retrievalNumber);
      const now = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).executeTakeFirst();
      if (!now || !member || !mayClaim(viewer, member)) throw noSuchCart(cartId);
      judgeCart(now, 'read', { role: `b2c:${member.role}`, status: now.status }, now.lineCount, context.clock.now());
      await tx.sql.updateTable('CartMember').set({ userId: viewer.id, version: member.version + 1, updatedById: viewer.id }).where('id', '=', member.id).execute();
      return writeCart(tx, now, {}, { type: 'MEMBER_JOINED', actorId: viewer.id, now: context.clock.now(), payload: { memberIds: [member.id] } });
    });
    context.loaders.cartById.clear(cartId).prime(cartId, claimed);
    context.loaders.membershipOf.clear(cartId);
    context.loaders.membersOfCart.clear(cartId);
    return readCart(context, cartId);
  });
}

/** Whether the viewer has a place to enter numbers at all. [SHARE-19] */
export const hasRetrievalEntry = ({ config, viewer }: CartsContext): boolean => config.sharing && (viewer?.kind === 'INDIVIDUAL' || (viewer?.kind === 'BUYER' && config.retrievalByNumber));

function refuseWithoutEntry({ config }: CartsContext, { kind }: Viewer): void {
  if (kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to open a shared cart; the number stays good.');
  if (!config.sharing) throw refuse('OPERATION_DISABLED', 'Sharing carts is switched off.');
  if (kind === 'BUYER' && !config.retrievalByNumber) throw refuse('OPERATION_DISABLED', 'Business buyers find shared carts in their list.');
}

const memberOf = (sql: CartsContext['db']['sql'], retrievalNumber: string): Promise<CartMember | undefined> =>
  sql.selectFrom('CartMember').selectAll().where('retrievalNumber', '=', retrievalNumber).executeTakeFirst();
