import { Directive, Field, ID, InputType } from 'type-graphql';
import type { NoticeInput } from '#kernel/notice.ts';
import type { Known } from '../domain/render-template.ts';
import type { NotificationType } from '../domain/notification-types.ts';
import type { ToldNotice } from '../use-cases/tell-people.ts';
import { NotificationTypeEnum } from './notification-enums.ts';

@Directive('@inaccessible')
@InputType('NoticeFactInput', { description: 'For peers: something that is known.' })
class NoticeFactInputType {
  @Field(() => String) name: string;
  @Field(() => String) value: string;
}

@Directive('@inaccessible')
@InputType('NoticeRowInput', { description: 'For peers: a row of a list of facts.' })
class NoticeRowInputType {
  @Field(() => String) list: string;
  @Field(() => [NoticeFactInputType]) facts: NoticeFactInputType[];
}

@Directive('@inaccessible')
@InputType('NoticeRecipientInput', { description: 'For peers: a user, or the address of somebody who has no account here.' })
class NoticeRecipientInputType {
  @Field(() => ID, { nullable: true }) userId?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
}

@Directive('@inaccessible')
@InputType('NoticeAboutInput', { description: 'For peers: what it is about.' })
class NoticeAboutInputType {
  @Field(() => String) kind: string;
  @Field(() => ID) id: string;
}

@Directive('@inaccessible')
@InputType('NoticeInput', { description: 'For peers: something one person is told; words are made of its facts.' })
export class NoticeInputType implements NoticeInput {
  @Field(() => ID, { description: 'The same again is the same notice.' }) id: string;
  @Field(() => NotificationTypeEnum) type: NotificationType;
  @Field(() => NoticeRecipientInputType) to: NoticeRecipientInputType;
  @Field(() => ID, { description: 'Whose data it is about.' }) accountId: string;
  @Field(() => NoticeAboutInputType) about: NoticeAboutInputType;
  @Field(() => String, { nullable: true }) site?: string | null;
  @Field(() => [NoticeFactInputType]) facts: NoticeFactInputType[];
  @Field(() => [NoticeRowInputType]) rows: NoticeRowInputType[];
}

const known = (facts: readonly NoticeFactInputType[]): Known['facts'] => Object.fromEntries(facts.map(({ name, value }) => [name, value]));

export function toldNotice({ facts, rows, ...notice }: NoticeInputType): ToldNotice {
  const lists = Map.groupBy(rows, ({ list }) => list);
  return { ...notice, known: { facts: known(facts), lists: Object.fromEntries([...lists].map(([list, of]) => [list, of.map((row) => known(row.facts))])) } };
}
