import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { ShareRoleEnum } from '#kernel/share-role-enum.ts';
import type { ShareRole } from '#kernel/share-roles.ts';
import type { QuoteMember } from '../entities/quote-member.ts';

const VERSION = 'Goes up by one with each change of the membership; send it as expectedVersion to be refused when somebody was faster.';

@ObjectType('QuoteMember', { simpleResolvers: true, description: 'Someone a quote is shared with.' })
export class QuoteMemberType implements Pick<QuoteMember, 'id' | 'version' | 'role' | 'notify' | 'startedAt'> {
  @Field(() => ID, { description: 'Opaque id of the membership.' })
  id: string;
  @Field(() => Int, { description: VERSION })
  version: number;
  @Field(() => ShareRoleEnum, { description: 'What they may do.' })
  role: ShareRole;
  @Field(() => Boolean, { description: 'Whether they are told of changes by e-mail.' })
  notify: boolean;
  @Field(() => DateTimeScalar, { description: 'Since when it is shared with them.' })
  startedAt: Date;
}

@ObjectType('QuoteInvitation', { simpleResolvers: true, description: 'A membership that nobody has claimed yet: private people become members when they open the quote by its number.' })
export class QuoteInvitationType implements Pick<QuoteMember, 'id' | 'version' | 'role' | 'notify' | 'startedAt' | 'email' | 'retrievalNumber'> {
  @Field(() => ID, { description: 'Opaque id; the membership will have it too.' })
  id: string;
  @Field(() => Int, { description: VERSION })
  version: number;
  @Field(() => String, { description: 'The e-mail address it was sent to.' })
  email: string;
  @Field(() => ShareRoleEnum, { description: 'What they will be allowed to do.' })
  role: ShareRole;
  @Field(() => Boolean, { description: 'Whether they are told of changes by e-mail.' })
  notify: boolean;
  @Field(() => String, { description: 'What opens the quote, see retrieveSharedQuote.' })
  retrievalNumber: string;
  @Field(() => DateTimeScalar, { description: 'When they were invited.' })
  startedAt: Date;
}
