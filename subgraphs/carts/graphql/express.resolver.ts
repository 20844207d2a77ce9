import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import type { ExpressPreferences } from '../entities/express-preferences.ts';
import { cancelExpressOrder } from '../use-cases/cancel-express-order.ts';
import { checkoutExpressCart } from '../use-cases/checkout-express-cart.ts';
import { checkoutExpressItems } from '../use-cases/checkout-express-items.ts';
import { checkoutExpressList } from '../use-cases/checkout-express-list.ts';
import { listExpressOrders, type PendingExpressOrder } from '../use-cases/list-express-orders.ts';
import { openCart } from '../use-cases/open-cart.ts';
import { readExpressPreferences } from '../use-cases/read-express-preferences.ts';
import { setExpressPreferences } from '../use-cases/set-express-preferences.ts';
import { CartLineInput } from './cart.inputs.ts';
import { CartType } from './cart.type.ts';
import { ExpressPreferencesInput, ExpressPreferencesType, PendingExpressOrderConnectionType, PendingExpressOrderType } from './express.type.ts';

const KEY = 'Sent again with the same key and body, it is bought once.';
const EXPECTED = 'Refuses with STALE_VERSION when the cart is at another version.';
const ERRORS = 'Errors: EXPRESS_NOT_SET_UP, OPERATION_DISABLED, FORBIDDEN without CHECKOUT and CREATE_ORDER, UNAUTHENTICATED for guests';

@Resolver(() => PendingExpressOrderType)
export class ExpressResolver {
  @Query(() => ExpressPreferencesType, { description: 'The express preferences of the viewer. Errors: OPERATION_DISABLED, FORBIDDEN without CHECKOUT and CREATE_ORDER, UNAUTHENTICATED for guests.' })
  expressPreferences(@Ctx() context: CartsContext): Promise<ExpressPreferences> {
    return readExpressPreferences(context);
  }

  @Mutation(() => ExpressPreferencesType, { description: `Sets the express preferences of the viewer. What is pending stays as it was bought. ${ERRORS}, NOT_FOUND for an address or a method, BAD_USER_INPUT for two ways to pay.` })
  setExpressPreferences(@Arg('input', () => ExpressPreferencesInput, { description: 'The preferences as a whole.' }) input: ExpressPreferencesInput, @Ctx() context: CartsContext): Promise<ExpressPreferences> {
    return setExpressPreferences(context, input);
  }

  @Query(() => PendingExpressOrderConnectionType, { description: 'What the viewer bought in one step and can still cancel, newest first. Errors: OPERATION_DISABLED, UNAUTHENTICATED for guests, BAD_CURSOR.' })
  pendingExpressOrders(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Connection<PendingExpressOrder>> {
    return listExpressOrders(context, { first, after });
  }

  @Mutation(() => CartType, { description: `Buys products in one step. They join what was bought so within the interval, under the same preferences and in the same currency. ${ERRORS}, and as addCartLines.` })
  expressCheckoutItems(
    @Arg('lines', () => [CartLineInput], { description: 'Between 1 and 1,000 lines.' }) lines: CartLineInput[],
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return checkoutExpressItems(context, { lines, idempotencyKey });
  }

  @Mutation(() => CartType, { description: `Buys a list, or lines of it, in one step, as expressCheckoutItems does; the list stays. ${ERRORS}, NOT_FOUND, and as addCartLines.` })
  expressCheckoutList(
    @Arg('listId', () => ID, { description: 'The list.' }) listId: string,
    @Arg('lineIds', () => [ID], { nullable: true, description: 'The lines; all of them when absent.' }) lineIds: string[] | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return checkoutExpressList(context, { listId, lineIds, idempotencyKey });
  }

  @Mutation(() => CartType, { description: `Buys a whole cart of the viewer's own in one step, shipped and paid as preferred; nothing joins it. ${ERRORS}, NOT_FOUND, CART_EMPTY, CART_ORDERED, INVALID_STATE, STALE_VERSION.` })
  expressCheckoutCart(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return checkoutExpressCart(context, { cartId, expectedVersion, idempotencyKey });
  }

  @Mutation(() => CartType, { description: 'Cancels a pending express order. A cart goes back among the saved ones; of items and lists nothing is left. Errors: NOT_FOUND, CART_ORDERED, INVALID_STATE while it is being ordered, STALE_VERSION.' })
  cancelExpressOrder(
    @Arg('id', () => ID, { description: 'The pending express order.' }) id: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return cancelExpressOrder(context, id, expectedVersion);
  }

  @FieldResolver(() => CartType, { description: 'What is in it, at the prices of now; those of the moment it goes out count.' })
  cart(@Root() { id }: PendingExpressOrder, @Ctx() context: CartsContext): Promise<Cart> {
    return openCart(context, id);
  }
}
