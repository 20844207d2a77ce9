import { refuse, type DomainError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { AccountsContext } from '../context.ts';
import { hashPassword } from '../domain/password.ts';
import { BUYER_PERMISSIONS } from '../domain/permissions.ts';
import { readPassword } from '../domain/read-registration.ts';
import type { User } from '../entities/user.ts';
import { hashOf } from './invite-buyer.ts';
import { openSession, type OpenedSession } from './open-session.ts';
import { writeAccount } from './write-account.ts';

/** Whoever was invited chooses a password and is a buyer of the organisation, once. Every invitation that is no good looks alike. [EXT-02] */
export async function acceptInvitation(context: AccountsContext, token: string, password: string): Promise<OpenedSession> {
  readPassword(password);
  const now = context.clock.now();
  const invitation = await context.db.sql.selectFrom('Invitation').selectAll().where('tokenHash', '=', hashOf(token)).where('acceptedAt', 'is', null).where('expiresAt', '>', now).executeTakeFirst();
  if (!invitation) throw noGood();
  const { id, accountId, name, email } = invitation;
  const user: User = { id: newId(), accountId, kind: 'BUYER', name, email, permissions: [...BUYER_PERMISSIONS], passwordHash: await hashPassword(password), mergedIntoId: null, createdAt: now };
  await context.db.transact(async (tx) => {
    const taken = await tx.sql.updateTable('Invitation').set({ acceptedAt: now }).where('id', '=', id).where('acceptedAt', 'is', null).returning('id').executeTakeFirst();
    const added = taken && (await tx.sql.insertInto('User').values(user).onConflict((oc) => oc.column('email').doNothing()).returning('id').executeTakeFirst());
    if (!added) throw noGood();
    const account = await tx.sql.selectFrom('Account').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow();
    await writeAccount(tx, account, {}, { type: 'BUYER_JOINED', actorId: user.id, payload: { userId: user.id, invitationId: id } });
  });
  return openSession(context, user);
}

const noGood = (): DomainError => refuse('INVITATION_INVALID', 'This invitation is not valid, was accepted already, or is too old. Ask for another.');
