import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '#kernel/feed.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { followCart } from '../use-cases/follow-cart.ts';
import { readFollowed } from '../use-cases/read-followed.ts';
import { CartChangeType } from './cart-change.type.ts';
import { CartType } from './cart.type.ts';

interface FollowArgs {
  cartId: string;
  afterVersion?: number | null;
}

@Resolver(() => CartChangeType)
export class CartSubscriptions {
  @Subscription(() => CartChangeType, {
    subscribe: ({ args, context }) => followCart(context as CartsContext, args as FollowArgs),
    description:
      'A cart as it changes. The first frame is a SNAPSHOT or, with afterVersion, every change since in order (RESET when they are no longer kept); then one frame a version, none skipped and none twice, unless the reader is slow: then frames coalesce and fromVersion..version says over how many. `cart` is the state at version or later. Who loses access gets a last frame: the error NOT_FOUND, with what ended it as `details.cause`; nothing follows. Errors: NOT_FOUND, and as the last frame CART_DELETED or CART_EXPIRED.',
  })
  async cartChanged(
    @Arg('cartId', () => ID, { description: 'The cart.' }) _cartId: string,
    @Arg('afterVersion', () => Int, { nullable: true, description: 'The last version you have seen.' }) _afterVersion: number | undefined,
    @Root() frame: Frame,
    @Ctx() context: CartsContext,
  ): Promise<Frame> {
    await readFollowed(context, frame);
    return frame;
  }

  @FieldResolver(() => CartType, { description: 'The cart, read with the rights the viewer has at this moment.' })
  cart(@Root() frame: Frame, @Ctx() context: CartsContext): Promise<Cart> {
    return readFollowed(context, frame);
  }
}
