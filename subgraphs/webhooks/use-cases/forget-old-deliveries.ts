import type { WebhooksContext } from '../context.ts';

const BATCH = 500;

/**
 * Messages that came to their end are kept for so many days. Those that have waited so long for an endpoint that is paused or
 * switched off are given up: they can still be replayed for as long again.
 */
export async function forgetOldDeliveries({ db, clock, config, log }: WebhooksContext): Promise<void> {
  const now = clock.now();
  const before = new Date(now.getTime() - config.keepDays * 86_400_000);
  const { numUpdatedRows } = await db.transact(({ sql }) =>
    sql
      .updateTable('WebhookDelivery')
      .set({ status: 'FAILED', settledAt: now })
      .where('status', '=', 'PENDING')
      .where('createdAt', '<', before)
      .where('endpointId', 'in', (eb) => eb.selectFrom('WebhookEndpoint').select('id').where('status', '!=', 'ACTIVE'))
      .executeTakeFirst(),
  );
  if (numUpdatedRows > 0n) log('webhook messages waited too long and were given up', { subgraph: 'webhooks', messages: Number(numUpdatedRows) });
  for (;;) {
    const old = await db.sql.selectFrom('WebhookDelivery').select('id').where('settledAt', '<', before).orderBy('id').limit(BATCH).execute();
    if (old.length === 0) return;
    const ids = old.map(({ id }) => id);
    await db.transact(async ({ sql }) => {
      await sql.deleteFrom('WebhookAttempt').where('deliveryId', 'in', ids).execute();
      await sql.deleteFrom('WebhookDelivery').where('id', 'in', ids).execute();
    });
  }
}
