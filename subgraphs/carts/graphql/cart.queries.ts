import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { listCarts } from '../use-cases/list-carts.ts';
import { openCart, openActiveCart } from '../use-cases/open-cart.ts';
import { CartConnectionType, CartType } from './cart.type.ts';

@Resolver()
export class CartQueries {
  @Query(() => CartType, { nullable: true, description: "The viewer's active cart; null when there is none. The same on every device." })
  activeCart(@Ctx() context: CartsContext): Promise<Cart | null> {
    return openActiveCart(context);
  }

  @Query(() => CartType, { nullable: true, description: 'A cart by id. Errors: NOT_FOUND for carts that are not yours to see.' })
  cart(@Arg('id', () => ID, { description: 'The id of the cart.' }) id: string, @Ctx() context: CartsContext): Promise<Cart> {
    return openCart(context, id);
  }

  @Query(() => CartConnectionType, { description: "The viewer's carts that are not deleted, newest first. Errors: BAD_CURSOR." })
  carts(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Connection<Cart>> {
    return listCarts(context, { first, after });
  }
}
