import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { NotificationType } from '../domain/notification-types.ts';
import type { Notification } from '../entities/notification.ts';
import { NotificationTypeEnum } from './notification-enums.ts';

@ObjectType('Notification', { description: 'Something the viewer was told, in the words and the language of that moment.' })
export class NotificationNodeType implements Pick<Notification, 'id' | 'version' | 'type' | 'aboutKind' | 'aboutId' | 'createdAt' | 'readAt'> {
  @Field(() => ID, { description: 'Its id, to mark it read by.' })
  id: string;
  @Field(() => Int, { description: "The version of the viewer's list since which it is in it." })
  version: number;
  @Field(() => NotificationTypeEnum, { description: 'What it tells of.' })
  type: NotificationType;
  @Field(() => String, { description: 'CART, QUOTE, ORDER, APPROVAL or RETURN: what it is about.' })
  aboutKind: string;
  @Field(() => ID, { description: 'The id of what it is about; whether the viewer may still see that is decided there.' })
  aboutId: string;
  @Field(() => DateTimeScalar, { description: 'When it came.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was marked read; null while it is not.' })
  readAt: Date | null;
}

@ObjectType('NotificationsChange', { simpleResolvers: true, description: 'A frame of `notificationsChanged`: which versions of the list it spans, why, and what came with it.' })
export class NotificationsChangeType implements Omit<Frame, 'aggregateId'> {
  @Field(() => ChangeKindEnum, { description: 'SNAPSHOT, CHANGE or RESET.' })
  kind: ChangeKind;
  @Field(() => String, { description: 'What happened: NOTIFIED, NOTIFICATIONS_READ, LANGUAGE_SET; or the kind of the frame.' })
  cause: string;
  @Field(() => Int, { description: 'The version before; 0 in a snapshot.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version this frame leads to; 0 before anything was told.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}

@ObjectType('NotificationPreference', { simpleResolvers: true, description: 'Whether the viewer wants e-mail of a type.' })
export class NotificationPreferenceType {
  @Field(() => NotificationTypeEnum, { description: 'The type.' })
  type: NotificationType;
  @Field(() => Boolean, { description: 'True unless the viewer said otherwise.' })
  email: boolean;
}
