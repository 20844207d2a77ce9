import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { NotificationsContext } from '../context.ts';
import type { Notification } from '../entities/notification.ts';
import { NotificationNodeType } from './notification.type.ts';

/** Prices were left out for who might not see them then, and are for who may not see them now. [NOTIF-07, ORD-08] */
@Resolver(() => NotificationNodeType)
export class NotificationResolver {
  @FieldResolver(() => String, { description: 'In a few words, one line.' })
  subject(@Root() { subject, plainSubject }: Notification, @Ctx() { viewer }: NotificationsContext): string {
    return seesNetPrices(viewer) ? subject : (plainSubject ?? subject);
  }

  @FieldResolver(() => String, { description: 'Plain text, as in the e-mail; prices in it only for who may see net prices now as then.' })
  text(@Root() { text, plainText }: Notification, @Ctx() { viewer }: NotificationsContext): string {
    return seesNetPrices(viewer) ? text : (plainText ?? text);
  }
}
