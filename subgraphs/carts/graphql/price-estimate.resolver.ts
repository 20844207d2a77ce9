import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import { isEstimate } from '../domain/estimate.ts';
import type { Cart } from '../entities/cart.ts';
import { CartLineType, type ShownLine } from './cart-line.type.ts';
import { CartType } from './cart.type.ts';

/** Where carts are handed to partners, what the site reckons is not yet what the buyer will pay. */
@Resolver(() => CartType)
export class CartEstimateResolver {
  @FieldResolver(() => Boolean, { description: 'Whether its prices are approximate: a partner who would fulfil it has not named his for what is in it now. Always false where carts are not handed to partners.' })
  priceIsEstimate(@Root() cart: Cart, @Ctx() { config }: CartsContext): boolean {
    return isEstimate(cart, config);
  }
}

@Resolver(() => CartLineType)
export class CartLineEstimateResolver {
  @FieldResolver(() => Boolean, { description: 'As that of its cart: a partner prices a cart as a whole.' })
  async priceIsEstimate(@Root() line: ShownLine, @Ctx() { config, loaders }: CartsContext): Promise<boolean> {
    if (!config.partnerTransfer) return false;
    const cart = await loaders.cartById.load(line.cartId);
    return cart !== undefined && isEstimate(cart, config);
  }
}
