import { newId } from '#kernel/ids.ts';
import type { AccountsContext } from '../context.ts';
import { ACTIVE_AT_ONCE } from '../domain/account-lifecycle.ts';
import { openSession, type OpenedSession } from './open-session.ts';

/** Someone without a name gets a token, so that a cart can be theirs. Each guest is an account of its own. [CART-03] */
export async function startGuestSession(context: AccountsContext): Promise<OpenedSession> {
  const now = context.clock.now();
  const account = { ...ACTIVE_AT_ONCE, id: newId(), kind: 'GUEST' as const, name: 'Guest', externalId: null, country: null, createdAt: now };
  const user = { id: newId(), accountId: account.id, kind: 'GUEST' as const, name: null, email: null, permissions: [], passwordHash: null, createdAt: now };
  await context.db.transact(async ({ sql }) => {
    await sql.insertInto('Account').values(account).execute();
    await sql.insertInto('User').values(user).execute();
  });
  return openSession(context, user);
}
