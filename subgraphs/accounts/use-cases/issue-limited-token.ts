import { refuse } from '#kernel/errors.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import { viewerOf } from './open-session.ts';

/** A business buyer as they are now. */
export async function findBuyer({ loaders }: AccountsContext, userId: string): Promise<Viewer | null> {
  const user = await loaders.userById.load(userId);
  return user?.kind === 'BUYER' ? viewerOf(user) : null;
}

/** A token for somebody who comes by another door: it grants no more than is named, nor more than they have. */
export async function issueLimitedToken(context: AccountsContext, { userId, permissions, seconds }: { readonly userId: string; readonly permissions: readonly string[]; readonly seconds: number }): Promise<{ token: string; expiresAt: Date }> {
  const buyer = await findBuyer(context, userId);
  if (!buyer) throw refuse('NOT_FOUND', 'There is no such buyer.', { userId });
  return context.issuer.issue({ ...buyer, permissions: buyer.permissions.filter((permission) => permissions.includes(permission)) }, seconds, context.clock.now());
}
