import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Connection } from '#kernel/paging.ts';
import type { NotificationsContext } from '../context.ts';
import type { Notification } from '../entities/notification.ts';
import { countUnread, listNotifications } from '../use-cases/list-notifications.ts';
import { listPreferences, type Preference } from '../use-cases/set-notification-preference.ts';
import { NotificationPreferenceType, NotificationNodeType } from './notification.type.ts';

const NotificationConnectionType = connectionType('Notification', NotificationNodeType);

@Resolver()
export class NotificationQueries {
  @Query(() => NotificationConnectionType, { description: 'What the viewer was told, the newest first, for as long as it is kept. Errors: UNAUTHENTICATED, BAD_CURSOR, BAD_USER_INPUT.' })
  notifications(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Arg('unreadOnly', () => Boolean, { nullable: true, defaultValue: false, description: 'Leaves out those marked read.' }) unreadOnly: boolean,
    @Ctx() context: NotificationsContext,
  ): Promise<Connection<Notification>> {
    return listNotifications(context, { first, after }, unreadOnly);
  }

  @Query(() => Int, { description: 'How many notifications of the viewer are not marked read. Errors: UNAUTHENTICATED.' })
  unreadNotificationCount(@Ctx() context: NotificationsContext): Promise<number> {
    return countUnread(context);
  }

  @Query(() => [NotificationPreferenceType], { description: 'Of what the viewer wants e-mail, for every type there is. Errors: UNAUTHENTICATED.' })
  notificationPreferences(@Ctx() context: NotificationsContext): Promise<Preference[]> {
    return listPreferences(context);
  }
}
