import { Arg, Ctx, FieldResolver, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '#kernel/feed.ts';
import type { NotificationsContext } from '../context.ts';
import type { Notification } from '../entities/notification.ts';
import { followNotifications, readArrived } from '../use-cases/follow-notifications.ts';
import { countUnread } from '../use-cases/list-notifications.ts';
import { NotificationsChangeType, NotificationNodeType } from './notification.type.ts';

@Resolver(() => NotificationsChangeType)
export class NotificationSubscriptions {
  @Subscription(() => NotificationsChangeType, {
    description: "The viewer's own list of notifications as it changes: a snapshot first (or, with afterVersion, every change since), then each change, none skipped and none twice. Errors: UNAUTHENTICATED.",
    subscribe: ({ args, context }) => followNotifications(context as NotificationsContext, args as { afterVersion?: number | null }),
  })
  notificationsChanged(@Arg('afterVersion', () => Int, { nullable: true, description: 'The last version the client saw.' }) _afterVersion: number | null, @Root() frame: Frame): Frame {
    return frame;
  }

  @FieldResolver(() => [NotificationNodeType], { description: 'What came with the versions this frame spans, the oldest first, at most the newest 100; in a snapshot or a reset, the newest 100 of the list.' })
  arrived(@Root() frame: Frame, @Ctx() context: NotificationsContext): Promise<Notification[]> {
    return readArrived(context, frame);
  }

  @FieldResolver(() => Int, { description: 'How many are not marked read now.' })
  unreadCount(@Ctx() context: NotificationsContext): Promise<number> {
    return countUnread(context);
  }
}
