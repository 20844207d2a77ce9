import { Field, ObjectType } from 'type-graphql';
import type { Frame } from '#kernel/feed.ts';
import type { Present } from '#kernel/presence.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';

@ObjectType('CartPresence', { simpleResolvers: true, description: 'Who is looking at a cart at a moment.' })
export class CartPresenceType implements Pick<Frame, 'at'> {
  @Field(() => DateTimeScalar, { description: 'The moment.' })
  at: Date;
}

@ObjectType('CartWatcher', { simpleResolvers: true, description: 'Someone who is looking at a cart now.' })
export class CartWatcherType implements Pick<Present, 'since'> {
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since: Date;
}
