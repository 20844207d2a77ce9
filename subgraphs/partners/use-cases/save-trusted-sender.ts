import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { PartnersContext, PartnersTx } from '../context.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import { findSender } from './find-partner.ts';
import { makeSecret } from './make-secret.ts';

export interface SenderWish {
  readonly code: string;
  readonly name: string;
  readonly tradeAccountId: string;
}

/** From now on a shop may hand carts over, at what its trade account pays here. Its secret is told this once. [XFER-10] */
export async function trustSender(context: PartnersContext, { code, name, tradeAccountId }: SenderWish): Promise<TrustedSender> {
  requireAdministrator(context);
  if (!/^[A-Z0-9][A-Z0-9_-]{1,39}$/.test(code)) throw refuse('BAD_USER_INPUT', 'A code has 2 to 40 capitals, digits, - and _.', { field: 'code' });
  if (name.trim() === '' || tradeAccountId.trim() === '') throw refuse('BAD_USER_INPUT', 'A sender has a name and a trade account.', {});
  const now = context.clock.now();
  return context.db.transact(async ({ sql }) => {
    if (await sql.selectFrom('TrustedSender').select('id').where('code', '=', code).executeTakeFirst()) throw refuse('BAD_USER_INPUT', 'There is a sender of this code already.', { field: 'code' });
    const sender: TrustedSender = { id: newId(), version: 1, accountId: tradeAccountId, code, name: name.trim(), secret: makeSecret(), previousSecret: null, previousSecretUntil: null, active: true, createdAt: now, updatedAt: now };
    await sql.insertInto('TrustedSender').values(sender).execute();
    return sender;
  });
}

/** What it may, or what it is called, changes; what is left out stays. */
export async function updateSender(context: PartnersContext, id: string, { name, tradeAccountId, active }: { readonly name?: string | null; readonly tradeAccountId?: string | null; readonly active?: boolean | null }, expectedVersion: number | null): Promise<TrustedSender> {
  requireAdministrator(context);
  return writeSender(context, id, expectedVersion, () => ({ ...(name != null && { name: name.trim() }), ...(tradeAccountId != null && { accountId: tradeAccountId }), ...(active != null && { active }) }));
}

const MOST_HOURS = 7 * 24;

/** A new secret; the old one is good beside it for some hours, so that the sender can change over in its own time. */
export async function rotateSenderSecret(context: PartnersContext, id: string, overlapHours: number, expectedVersion: number | null): Promise<TrustedSender> {
  requireAdministrator(context);
  if (!(overlapHours >= 0 && overlapHours <= MOST_HOURS)) throw refuse('BAD_USER_INPUT', `The old secret may go on for 0 to ${MOST_HOURS} hours.`, { overlapHours });
  const until = new Date(context.clock.now().getTime() + overlapHours * 3_600_000);
  return writeSender(context, id, expectedVersion, ({ secret }) => ({ secret: makeSecret(), ...(overlapHours > 0 ? { previousSecret: secret, previousSecretUntil: until } : { previousSecret: null, previousSecretUntil: null }) }));
}

function writeSender({ db, clock }: PartnersContext, id: string, expectedVersion: number | null, change: (before: TrustedSender) => Partial<TrustedSender>): Promise<TrustedSender> {
  return db.transact(async (tx: PartnersTx) => {
    const before = await findSender(tx, id);
    const after = { ...before, ...change(before), version: before.version + 1, updatedAt: clock.now() };
    const isStale = expectedVersion !== null && expectedVersion !== before.version;
    const { numUpdatedRows } = isStale ? { numUpdatedRows: 0n } : await tx.sql.updateTable('TrustedSender').set(after).where('id', '=', id).where('version', '=', before.version).executeTakeFirst();
    if (numUpdatedRows !== 1n) throw refuse('STALE_VERSION', 'This sender has been changed. Refresh to see it.', { currentVersion: before.version });
    return after;
  });
}
