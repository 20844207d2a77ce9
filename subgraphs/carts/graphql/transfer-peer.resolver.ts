import { Arg, Ctx, Directive, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import { currentAdministrators } from '../use-cases/find-members.ts';
import { holdForTransfer, readForTransfer } from '../use-cases/hold-for-transfer.ts';
import type { CartWithLines } from '../use-cases/read-cart.ts';
import { CartConfirmationType, confirmationOf } from './confirmation.type.ts';

@Directive('@inaccessible')
@ObjectType('CartToTransfer', { simpleResolvers: true, description: 'For peers: a cart that may be handed to a partner.' })
class CartToTransferType {
  @Field(() => Int) version: number;
  @Field(() => String) priceHash: string;
  @Field(() => String, { nullable: true }) shipToCountry: string | null | undefined;
  @Field(() => CartConfirmationType) content: CartConfirmationType;
}

/** What only the way to partners asks; no client can reach it. */
@Resolver()
export class TransferPeerResolver {
  @Directive('@inaccessible')
  @Query(() => CartToTransferType, { description: 'For peers: a cart the viewer may hand to a partner. Errors: OPERATION_DISABLED, NOT_FOUND, FORBIDDEN, CART_EMPTY, INVALID_STATE while it is held, CART_STATUS_INVALID and those of carts that are over.' })
  async cartToTransfer(@Arg('cartId', () => ID) cartId: string, @Ctx() context: CartsContext): Promise<CartToTransferType> {
    return toTransfer(context, await readForTransfer(context, cartId));
  }

  @Directive('@inaccessible')
  @Mutation(() => CartToTransferType, { description: 'For peers: keeps a cart still until a transfer is over. Again for the same transfer: the same answer. Errors: as cartToTransfer.' })
  async holdCartForTransfer(@Arg('cartId', () => ID) cartId: string, @Arg('transferId', () => ID) transferId: string, @Ctx() context: CartsContext): Promise<CartToTransferType> {
    return toTransfer(context, await holdForTransfer(context, cartId, transferId));
  }
}

async function toTransfer(context: CartsContext, found: CartWithLines): Promise<CartToTransferType> {
  const { version, priceHash, shipToCountry } = found.cart;
  return { version, priceHash, shipToCountry, content: confirmationOf(found, await currentAdministrators(context, found.cart), context.config) };
}
