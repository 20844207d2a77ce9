import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { NotificationType } from '../domain/notification-types.ts';
import type { NotificationText } from '../entities/notification-text.ts';
import type { NotificationsTables } from '../entities/tables.ts';

export interface NotificationsLoaders {
  /** What administrators have set about a type, the oldest first; there are never many. */
  readonly textsOfType: DataLoader<NotificationType, NotificationText[]>;
}

/** One set a request: many notices of a type cost one statement. */
export const createLoaders = (sql: Kysely<NotificationsTables>): NotificationsLoaders => ({
  textsOfType: new DataLoader(async (types) => {
    const rows = await sql.selectFrom('NotificationText').selectAll().where('type', 'in', types).orderBy('id').execute();
    const byType = Map.groupBy(rows, ({ type }) => type);
    return types.map((type) => byType.get(type) ?? []);
  }),
});
