import { Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { beginPunchOutCart } from '../use-cases/begin-punch-out-cart.ts';
import { CartType } from './cart.type.ts';

/** What only the subgraph of procurement systems asks; no client can reach it. */
@Resolver()
export class PunchOutPeerResolver {
  @Directive('@inaccessible')
  @Mutation(() => CartType, { description: "For peers: an empty cart for a visit from the viewer's procurement system." })
  beginPunchOutCart(@Ctx() context: CartsContext): Promise<Cart> {
    return beginPunchOutCart(context);
  }
}
