import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '#kernel/feed.ts';
import type { Present } from '#kernel/presence.ts';
import type { CartsContext } from '../context.ts';
import { followPresence } from '../use-cases/follow-presence.ts';
import { readFollowed } from '../use-cases/read-followed.ts';
import { ForeignUser } from './foreign-types.ts';
import { CartPresenceType, CartWatcherType } from './presence.type.ts';

@Resolver(() => CartPresenceType)
export class PresenceSubscriptions {
  @Subscription(() => CartPresenceType, {
    subscribe: ({ args, context }) => followPresence(context as CartsContext, (args as { cartId: string }).cartId),
    description:
      'Who is looking at a cart now: everyone with an open cartChanged or cartPresence of it. Told at once, then each time somebody comes or goes; nothing of it is kept. Who loses access gets the error NOT_FOUND, with what ended it as `details.cause`, and nothing after. Errors: NOT_FOUND, OPERATION_DISABLED.',
  })
  async cartPresence(@Arg('cartId', () => ID, { description: 'The cart.' }) _cartId: string, @Root() frame: Frame, @Ctx() context: CartsContext): Promise<Frame> {
    await readFollowed(context, frame);
    return frame;
  }

  @FieldResolver(() => ID, { description: 'The cart.' })
  cartId(@Root() frame: Frame): string {
    return frame.aggregateId;
  }

  @FieldResolver(() => [CartWatcherType], { description: 'Each person once, the longest there first; the viewer among them.' })
  watchers(@Root() frame: Frame, @Ctx() { presence }: CartsContext): Present[] {
    return presence.at(frame.aggregateId);
  }
}

@Resolver(() => CartWatcherType)
export class CartWatcherResolver {
  @FieldResolver(() => ForeignUser, { description: 'Who it is.' })
  user(@Root() { userId }: Present): ForeignUser {
    return { id: userId };
  }
}
