import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { checkAvailability, type LineAvailability } from '../use-cases/check-availability.ts';
import { listCarts, type CartGroup } from '../use-cases/list-carts.ts';
import { openCart, openActiveCart } from '../use-cases/open-cart.ts';
import { CartGroupEnum } from './cart-enums.ts';
import { CartConnectionType, CartType } from './cart.type.ts';
import { LineAvailabilityType, NeededLineInput } from './line-availability.type.ts';

@Resolver()
export class CartQueries {
  @Query(() => CartType, { nullable: true, description: "The viewer's active cart; null when there is none. The same on every device." })
  activeCart(@Ctx() context: CartsContext): Promise<Cart | null> {
    return openActiveCart(context);
  }

  @Query(() => CartType, { nullable: true, description: 'A cart by id; what became of an ordered or quoted one can still be read. Errors: NOT_FOUND for carts that are not yours to see, CART_DELETED, CART_EXPIRED.' })
  cart(@Arg('id', () => ID, { description: 'The id of the cart.' }) id: string, @Ctx() context: CartsContext): Promise<Cart> {
    return openCart(context, id);
  }

  @Query(() => CartConnectionType, { description: "The viewer's carts that are not deleted or expired, and those shared with the viewer, newest first. Errors: BAD_CURSOR." })
  carts(
    @Arg('group', () => CartGroupEnum, { nullable: true, description: 'Only those of one section of the page of carts.' }) group: CartGroup | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Connection<Cart>> {
    return listCarts(context, { first, after }, group);
  }

  @Query(() => [LineAvailabilityType], { description: 'Whether lines of a cart can be had, each on its day. Errors: NOT_FOUND for the cart or a line, BAD_USER_INPUT naming the line whose day is over or no date.' })
  checkAvailability(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('lines', () => [NeededLineInput], { nullable: true, description: 'The lines and their days; absent means every line, today.' }) lines: NeededLineInput[] | undefined,
    @Ctx() context: CartsContext,
  ): Promise<LineAvailability[]> {
    return checkAvailability(context, cartId, lines);
  }
}
