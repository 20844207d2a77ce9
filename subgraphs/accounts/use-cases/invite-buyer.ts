import { createHash, randomBytes } from 'node:crypto';
import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { readEmail, readName } from '../domain/read-registration.ts';
import { writeAccount } from './write-account.ts';

export interface BuyerInvitation {
  readonly name: string;
  readonly email: string;
}

/** An invitation with its token, which is told this once and not kept. */
export interface IssuedInvitation {
  readonly token: string;
  readonly email: string;
  readonly expiresAt: Date;
}

const DAYS = 7;

/** Who manages an organisation asks a colleague to join it, and passes the token on. Whether the address is known is not told. [EXT-02] */
export async function inviteBuyer(context: AccountsContext, input: BuyerInvitation): Promise<IssuedInvitation> {
  const viewer = requireViewer(context);
  if (viewer.kind !== 'BUYER') throw refuse('FORBIDDEN', 'Only people of an organisation invite others to it.');
  requirePermission(viewer, 'MANAGE_ACCOUNT');
  const [name, email] = [readName(input.name), readEmail(input.email)];
  context.throttles.invitations.take(viewer.accountId, context.clock.now());
  const token = randomBytes(32).toString('base64url');
  const invitation = { id: newId(), accountId: viewer.accountId, name, email, invitedBy: viewer.id, tokenHash: hashOf(token), expiresAt: context.clock.inDays(DAYS), acceptedAt: null };
  await context.db.transact(async (tx) => {
    const account = await tx.sql.selectFrom('Account').selectAll().where('id', '=', viewer.accountId).executeTakeFirst();
    if (!account) throw refuse('NOT_FOUND', 'There is no such account.', { accountId: viewer.accountId });
    await tx.sql.insertInto('Invitation').values(invitation).execute();
    await writeAccount(tx, account, {}, { type: 'BUYER_INVITED', actorId: viewer.id, payload: { invitationId: invitation.id } });
  });
  return { token, email, expiresAt: invitation.expiresAt };
}

/** A token is random enough that a plain hash keeps it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
