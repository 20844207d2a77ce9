import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ViewerKindEnum } from '#kernel/viewer-kind-enum.ts';
import type { ViewerKind } from '#kernel/viewer.ts';
import type { NotificationsContext } from '../context.ts';
import type { NotificationType } from '../domain/notification-types.ts';
import type { NotificationText } from '../entities/notification-text.ts';
import { deleteNotificationText } from '../use-cases/delete-notification-text.ts';
import { describeTypes, listNotificationTexts, type DescribedType } from '../use-cases/list-notification-texts.ts';
import { previewNotification, type Preview } from '../use-cases/preview-notification.ts';
import { setNotificationText } from '../use-cases/set-notification-text.ts';
import { NotificationTypeEnum } from './notification-enums.ts';
import { NotificationPreviewInput, NotificationTextInput } from './notification-text.inputs.ts';
import { NotificationPreviewType, NotificationTextType, NotificationTypeDescriptionType } from './notification-text.type.ts';

/** What people are told, and in which words, kept by the seller. [NOTIF-01] */
@Resolver(() => NotificationTextType)
export class NotificationTextResolver {
  @Query(() => [NotificationTextType], { description: 'What is set, of all types or of one. Administrators only. Errors: FORBIDDEN.' })
  notificationTexts(@Arg('type', () => NotificationTypeEnum, { nullable: true, description: 'Only of this type.' }) type: NotificationType | null, @Ctx() context: NotificationsContext): Promise<NotificationText[]> {
    return listNotificationTexts(context, type);
  }

  @Query(() => [NotificationTypeDescriptionType], { description: 'All types there are, and what their texts can name. Administrators only. Errors: FORBIDDEN.' })
  notificationTypes(@Ctx() context: NotificationsContext): DescribedType[] {
    return describeTypes(context);
  }

  @Query(() => NotificationPreviewType, { description: 'What a reader would be told, made of examples; nobody is told. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  previewNotification(@Arg('input', () => NotificationPreviewInput, { description: 'For whom.' }) input: NotificationPreviewInput, @Ctx() context: NotificationsContext): Promise<Preview> {
    return previewNotification(context, input);
  }

  @Mutation(() => NotificationTextType, { description: 'Says whether, and in which words, people are told of something: all, or those of an organisation, site, language, type of user. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT (details name the field, and the facts there are).' })
  setNotificationText(
    @Arg('input', () => NotificationTextInput, { description: 'What is set.' }) input: NotificationTextInput,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'Refuses with STALE_VERSION when what is set is at another; 0 when nothing must be.' }) expectedVersion: number | null,
    @Ctx() context: NotificationsContext,
  ): Promise<NotificationText> {
    return setNotificationText(context, input, expectedVersion);
  }

  @Mutation(() => ID, { description: 'Takes back what was set, and answers with its id. Administrators only. Errors: FORBIDDEN, NOT_FOUND.' })
  deleteNotificationText(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: NotificationsContext): Promise<string> {
    return deleteNotificationText(context, id);
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The account it is for; null for all.' })
  accountId(@Root() { accountId }: NotificationText): string | null {
    return accountId || null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The site; null for all.' })
  site(@Root() { site }: NotificationText): string | null {
    return site || null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The language, in small letters; null for all.' })
  language(@Root() { language }: NotificationText): string | null {
    return language || null;
  }

  @FieldResolver(() => ViewerKindEnum, { nullable: true, description: 'The type of user; null for all.' })
  userType(@Root() { userType }: NotificationText): ViewerKind | null {
    return userType || null;
  }
}
