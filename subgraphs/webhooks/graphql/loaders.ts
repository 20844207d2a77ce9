import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { WebhooksTables } from '../entities/tables.ts';
import type { WebhookAttempt } from '../entities/webhook-attempt.ts';

export interface WebhooksLoaders {
  /** In the order they were made. */
  readonly attemptsOfDelivery: DataLoader<string, WebhookAttempt[]>;
}

/** One set a request: a page of messages costs one statement a table. */
export const createLoaders = (sql: Kysely<WebhooksTables>): WebhooksLoaders => ({
  attemptsOfDelivery: new DataLoader(async (ids) => {
    const rows = await sql.selectFrom('WebhookAttempt').selectAll().where('deliveryId', 'in', ids).orderBy('id').execute();
    const byDelivery = Map.groupBy(rows, (row) => row.deliveryId);
    return ids.map((id) => byDelivery.get(id) ?? []);
  }),
});
