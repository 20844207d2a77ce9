import type { NotificationsContext } from '../context.ts';

const BATCH = 500;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Notifications, and e-mails that came to their end, are kept for so many days. E-mails that have waited twice as long as one
 * waits are given up, tried or not: there may never again be a server to try them with.
 */
export async function forgetOld({ db, clock, config, log }: NotificationsContext): Promise<void> {
  const now = clock.now();
  const { numUpdatedRows } = await db.transact(({ sql }) =>
    sql.updateTable('NotificationMail').set({ status: 'FAILED', settledAt: now }).where('status', '=', 'PENDING').where('createdAt', '<', new Date(now.getTime() - 2 * config.giveUpHours * HOUR_MS)).executeTakeFirst(),
  );
  if (numUpdatedRows > 0n) log('e-mails waited too long and were given up', { subgraph: 'notifications', mails: Number(numUpdatedRows) });
  const before = new Date(now.getTime() - config.keepDays * DAY_MS);
  await inBatches((limit) => db.sql.selectFrom('NotificationMail').select('id').where('settledAt', '<', before).limit(limit).execute(), (ids) => db.transact(({ sql }) => sql.deleteFrom('NotificationMail').where('id', 'in', ids).execute()));
  await inBatches((limit) => db.sql.selectFrom('Notification').select('id').where('createdAt', '<', before).limit(limit).execute(), (ids) => db.transact(({ sql }) => sql.deleteFrom('Notification').where('id', 'in', ids).execute()));
}

async function inBatches(find: (limit: number) => Promise<readonly { readonly id: string }[]>, forget: (ids: readonly string[]) => Promise<unknown>): Promise<void> {
  for (let old = await find(BATCH); old.length > 0; old = await find(BATCH)) await forget(old.map(({ id }) => id));
}
