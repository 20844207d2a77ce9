import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readNotificationsConfig, type NotificationsConfig } from './config.ts';
import { notificationsContext, type NotificationsContext } from './context.ts';
import { notificationsEntities, type NotificationsTables } from './entities/tables.ts';
import { NotificationTextResolver } from './graphql/notification-text.resolver.ts';
import { NotificationMutations } from './graphql/notification.mutations.ts';
import { NotificationQueries } from './graphql/notification.queries.ts';
import { NotificationResolver } from './graphql/notification.resolver.ts';
import { NotificationSubscriptions } from './graphql/notification.subscriptions.ts';
import { NotificationsPeerResolver } from './graphql/peer.resolver.ts';
import { keepHouseOnSchedule } from './keep-house.ts';
import { notificationsMigrations } from './migrations/index.ts';
import { keepMail } from './outside/keep-mail.ts';
import type { Mailer } from './outside/mailer.ts';
import { mergeNotifications } from './use-cases/merge-notifications.ts';
import { sendBySmtp } from './outside/send-by-smtp.ts';

export interface NotificationsOptions {
  readonly notifications?: NotificationsConfig;
  /** Takes mail where the settings name no mail server; kept in the data folder when left out. */
  readonly preview?: Mailer;
}

/** Composition root: what people are told, in their list and by e-mail. */
export function notificationsSubgraph({ notifications: config = readNotificationsConfig({}), preview }: NotificationsOptions): Subgraph {
  const { smtpUrl, from, timeoutSeconds } = config.mail;
  const openMailer = (dataDir: string): Mailer => (smtpUrl === undefined ? (preview ?? keepMail(dataDir, from)) : sendBySmtp({ smtpUrl, from, timeoutSeconds }, config.places));
  return defineSubgraph<NotificationsTables, NotificationsContext>({
    name: 'notifications',
    entities: notificationsEntities,
    migrations: notificationsMigrations,
    aggregates: ['notifications'],
    resolvers: [NotificationQueries, NotificationMutations, NotificationResolver, NotificationSubscriptions, NotificationTextResolver, NotificationsPeerResolver],
    references: {},
    context: notificationsContext(config, openMailer),
    consumers: [],
    takeover: mergeNotifications,
    idle: ({ sending }) => sending.idle(),
    start: async (context) => {
      context.sending.nudge(); // what an earlier process left behind
      const endHouse = keepHouseOnSchedule(context);
      return async () => {
        await endHouse();
        await context.sending.stop();
        await context.mailer.close();
      };
    },
  });
}
