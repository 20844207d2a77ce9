import { Field, ID, InputType } from 'type-graphql';
import { ViewerKindEnum } from '#kernel/viewer-kind-enum.ts';
import type { ViewerKind } from '#kernel/viewer.ts';
import type { NotificationType } from '../domain/notification-types.ts';
import type { PreviewWish } from '../use-cases/preview-notification.ts';
import type { TextWish } from '../use-cases/set-notification-text.ts';
import { NotificationTypeEnum } from './notification-enums.ts';

@InputType({ description: 'Whom it is about; who is left out is everybody.' })
class AudienceInput {
  @Field(() => NotificationTypeEnum, { description: 'The type.' })
  type: NotificationType;
  @Field(() => ID, { nullable: true, description: 'The account whose cart, quote, order or return it is: an organisation or a private person.' })
  accountId?: string | null;
  @Field(() => String, { nullable: true, description: 'The site it comes from.' })
  site?: string | null;
  @Field(() => String, { nullable: true, description: 'The language of the reader, a BCP 47 tag; "de" is also for who reads "de-AT".' })
  language?: string | null;
  @Field(() => ViewerKindEnum, { nullable: true, description: 'What the reader is; GUEST is also who has no account here.' })
  userType?: ViewerKind | null;
}

@InputType('NotificationTextInput', { description: 'What is set about a type for an audience; it takes the place of what was set for the same one.' })
export class NotificationTextInput extends AudienceInput implements TextWish {
  @Field(() => Boolean, { nullable: true, description: 'Whether people are told: false is neither in their list nor by e-mail. Left out: as is set for more people.' })
  enabled?: boolean | null;
  @Field(() => String, { nullable: true, description: 'One line, with {facts} in it. Left out with the text: as is set for more people.' })
  subject?: string | null;
  @Field(() => String, { nullable: true, description: 'Plain text. {fact} puts a fact in; what stands in [brackets] is left out where a fact in it is not known; [?fact words] is there only where it is, [!fact words] only where it is not; a line that names a {list.fact} is there once for each row; a backslash before a sign means the sign.' })
  text?: string | null;
}

@InputType('NotificationPreviewInput', { description: 'For which reader, and in which words if not in those that are set.' })
export class NotificationPreviewInput extends AudienceInput implements PreviewWish {
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether the reader may see net prices.' })
  seesNetPrices?: boolean | null;
  @Field(() => String, { nullable: true, description: 'A subject to try out.' })
  subject?: string | null;
  @Field(() => String, { nullable: true, description: 'A text to try out.' })
  text?: string | null;
}
