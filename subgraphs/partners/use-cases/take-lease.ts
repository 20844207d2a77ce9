import type { PartnersContext } from '../context.ts';
import { UNDER_WAY, waitAfter } from '../domain/transfer-lifecycle.ts';
import type { Transfer } from '../entities/transfer.ts';

/** Beyond what a partner may take: then whoever drove it is gone. */
const LEASE_MORE_MS = 6_000;
const MOST_TROUBLE = 500;

export const leaseUntil = ({ config }: Pick<PartnersContext, 'config'>, now: Date): Date => new Date(now.getTime() + config.transferTimeoutMs + LEASE_MORE_MS);

/** Becomes the driver of a transfer that nobody drives. @returns false when someone else was faster */
export async function takeLease(context: PartnersContext, transferId: string): Promise<boolean> {
  const now = context.clock.now();
  const { numUpdatedRows } = await context.db.sql
    .updateTable('Transfer')
    .set({ nextAt: leaseUntil(context, now) })
    .where('id', '=', transferId)
    .where('nextAt', '<=', now)
    .where('status', 'in', UNDER_WAY)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Nothing came of this attempt; the next one is a while later. What has moved on meanwhile, or is driven by somebody else by now, is left alone. */
export async function putOff({ db, clock }: PartnersContext, { id, version, attempts, nextAt: lease }: Transfer, trouble: string, set: Partial<Transfer> = {}): Promise<'wait'> {
  const nextAt = new Date(clock.now().getTime() + waitAfter(attempts + 1));
  await db.sql.updateTable('Transfer').set({ attempts: attempts + 1, trouble: trouble.slice(0, MOST_TROUBLE), nextAt, ...set }).where('id', '=', id).where('version', '=', version).where('nextAt', '=', lease).execute();
  return 'wait';
}
