import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { NotificationType } from '../domain/notification-types.ts';
import type { NotificationText } from '../entities/notification-text.ts';
import type { DescribedType } from '../use-cases/list-notification-texts.ts';
import { NotificationTypeEnum } from './notification-enums.ts';

@ObjectType('NotificationText', { description: 'What was set about a type for an audience: whether people are told, in which words, or both. The one that names the most about a reader counts: the organisation before the site, before the language, before the type of user.' })
export class NotificationTextType implements Pick<NotificationText, 'id' | 'version' | 'type' | 'enabled' | 'subject' | 'text' | 'updatedAt'> {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
  @Field(() => Int, { description: 'Counts its changes; pass it as expectedVersion.' })
  version: number;
  @Field(() => NotificationTypeEnum, { description: 'The type.' })
  type: NotificationType;
  @Field(() => Boolean, { nullable: true, description: 'Whether people are told; null: as is set for more people, else yes.' })
  enabled: boolean | null;
  @Field(() => String, { nullable: true, description: 'The subject, with places for facts; null: as is set for more people, else as shipped.' })
  subject: string | null;
  @Field(() => String, { nullable: true, description: 'The text, likewise; null with the subject.' })
  text: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was set.' })
  updatedAt: Date;
}

@ObjectType('NotificationFact', { simpleResolvers: true, description: 'Something that texts of a type can name, as {name}.' })
class NotificationFactType {
  @Field(() => String, { description: 'Its name. With a dot it is of a list: a line of a text that names it is there once for each row.' })
  name: string;
  @Field(() => String, { description: 'What it is.' })
  about: string;
  @Field(() => String, { description: 'An example, as previews have it.' })
  sample: string;
  @Field(() => Boolean, { description: 'Whether it is left out for who may not see net prices.' })
  isPrice: boolean;
}

@ObjectType('NotificationTypeDescription', { simpleResolvers: true, description: 'A type of notification, and what its texts can name.' })
export class NotificationTypeDescriptionType implements DescribedType {
  @Field(() => NotificationTypeEnum, { description: 'The type.' })
  type: NotificationType;
  @Field(() => [NotificationFactType], { description: 'What can be named.' })
  facts: DescribedType['facts'];
}

@ObjectType('NotificationPreview', { simpleResolvers: true, description: 'What a reader would be told, made of examples.' })
export class NotificationPreviewType {
  @Field(() => Boolean, { description: 'Whether they would be told.' })
  enabled: boolean;
  @Field(() => String, { description: 'The subject.' })
  subject: string;
  @Field(() => String, { description: 'The text.' })
  text: string;
  @Field(() => NotificationTextType, { nullable: true, description: 'Where the words come from; null when they came with the product.' })
  source: NotificationText | null;
}
