import type { Tx } from '#kernel/database.ts';
import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { NotificationsConfig } from './config.ts';
import type { NotificationsTables } from './entities/tables.ts';
import { createLoaders, type NotificationsLoaders } from './graphql/loaders.ts';
import type { Mailer } from './outside/mailer.ts';
import { createSending, type Sending } from './use-cases/send-due-mail.ts';

export interface NotificationsContext extends BaseContext<NotificationsTables> {
  readonly config: NotificationsConfig;
  readonly feed: Feed;
  readonly mailer: Mailer;
  readonly sending: Sending;
  readonly loaders: NotificationsLoaders;
}

export type NotificationsTx = Tx<NotificationsTables>;

export function notificationsContext(config: NotificationsConfig, openMailer: (dataDir: string) => Mailer): (base: BaseContext<NotificationsTables>) => NotificationsContext {
  let feed: Feed | undefined;
  let mailer: Mailer | undefined;
  let sending: Sending | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'notifications');
    mailer ??= openMailer(base.dataDir);
    sending ??= createSending({ ...base, config, mailer });
    return { ...base, config, feed, mailer, sending, loaders: createLoaders(base.db.sql) };
  };
}
