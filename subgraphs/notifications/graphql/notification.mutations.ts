import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { NotificationsContext } from '../context.ts';
import type { NotificationType } from '../domain/notification-types.ts';
import { countUnread } from '../use-cases/list-notifications.ts';
import { markNotificationsRead } from '../use-cases/mark-notifications-read.ts';
import { setNotificationLanguage, setNotificationPreference, type Preference } from '../use-cases/set-notification-preference.ts';
import { NotificationTypeEnum } from './notification-enums.ts';
import { NotificationPreferenceType } from './notification.type.ts';

@Resolver()
export class NotificationMutations {
  @Mutation(() => Int, { description: 'Marks notifications of the viewer read, and answers with how many are unread then. Others\' ids are passed over; marked again nothing changes. Errors: UNAUTHENTICATED, BAD_USER_INPUT.' })
  async markNotificationsRead(
    @Arg('ids', () => [ID], { nullable: true, description: 'These, at most 200.' }) ids: string[] | null,
    @Arg('all', () => Boolean, { nullable: true, description: 'All of them, instead of naming some.' }) all: boolean | null,
    @Arg('upToVersion', () => Int, { nullable: true, description: 'Only those that had come by this version of the list, so that none is marked that was never shown.' }) upToVersion: number | null,
    @Ctx() context: NotificationsContext,
  ): Promise<number> {
    await markNotificationsRead(context, { ids, all, upToVersion });
    return countUnread(context);
  }

  @Mutation(() => NotificationPreferenceType, { description: 'Says whether the viewer wants e-mail of a type; the list has it either way. Errors: UNAUTHENTICATED.' })
  setNotificationPreference(
    @Arg('type', () => NotificationTypeEnum, { description: 'The type.' }) type: NotificationType,
    @Arg('email', () => Boolean, { description: 'Whether e-mail is wanted.' }) email: boolean,
    @Ctx() context: NotificationsContext,
  ): Promise<Preference> {
    return setNotificationPreference(context, { type, email });
  }

  @Mutation(() => String, { nullable: true, description: 'Says in which language the viewer is told things from now on, and answers with it; null for that of the site. Where there are no words in it, those for everybody are taken. Errors: UNAUTHENTICATED, BAD_USER_INPUT.' })
  setNotificationLanguage(@Arg('language', () => String, { nullable: true, description: 'A BCP 47 tag, such as "de".' }) language: string | null, @Ctx() context: NotificationsContext): Promise<string | null> {
    return setNotificationLanguage(context, language);
  }
}
