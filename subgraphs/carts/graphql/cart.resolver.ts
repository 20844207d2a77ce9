import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { actionOf, judge, type Action } from '#kernel/lifecycle.ts';
import { moneyOf, sum, type Money } from '#kernel/money.ts';
import { ActionType, MoneyType } from '#kernel/shared-types.ts';
import { may } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { CART_ACTIONS, CART_LIFECYCLE } from '../domain/cart-lifecycle.ts';
import { atListPrice, withoutAmounts, type CartProblem } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { roleOf } from '../use-cases/write-cart.ts';
import { CartLineType, type ShownLine } from './cart-line.type.ts';
import { CartMemberType, CartProblemType, CartType } from './cart.type.ts';
import { ForeignAccount, ForeignUser } from './foreign-types.ts';

@Resolver(() => CartType)
export class CartResolver {
  @FieldResolver(() => String, { description: 'The name its owner gave it, or the default name.' })
  name(@Root() cart: Cart, @Ctx() { config }: CartsContext): string {
    return cart.name ?? config.defaultName;
  }

  @FieldResolver(() => ForeignUser, { description: 'Whose cart it is.' })
  owner(@Root() cart: Cart): ForeignUser {
    return { id: cart.ownerId };
  }

  @FieldResolver(() => ForeignAccount, { nullable: true, description: 'The account it is sold to, whoever edits it.' })
  soldTo(@Root() cart: Cart): ForeignAccount {
    return { id: cart.accountId };
  }

  @FieldResolver(() => [CartLineType], { description: 'What is in it, in the order it was added.' })
  lines(@Root() cart: Cart, @Ctx() context: CartsContext): Promise<ShownLine[]> {
    return shownLines(cart, context);
  }

  @FieldResolver(() => [CartProblemType], { description: 'What should be mended or at least seen before an order.' })
  problems(@Root() { problems }: Cart, @Ctx() context: CartsContext): CartProblem[] {
    return seesNet(context) ? problems : problems.map(withoutAmounts);
  }

  @FieldResolver(() => MoneyType, { description: 'The sum of all lines, before tax and shipping.' })
  async subtotal(@Root() cart: Cart, @Ctx() context: CartsContext): Promise<Money> {
    return moneyOf(await shownSubtotal(cart, context), cart.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Tax on all lines.' })
  taxTotal(@Root() cart: Cart): Money {
    return moneyOf(cart.taxTotalMinor, cart.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Shipping charges.' })
  shippingTotal(@Root() cart: Cart): Money {
    return moneyOf(cart.shippingTotalMinor, cart.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What is to be paid: subtotal, tax and shipping.' })
  async total(@Root() cart: Cart, @Ctx() context: CartsContext): Promise<Money> {
    return moneyOf((await shownSubtotal(cart, context)) + cart.taxTotalMinor + cart.shippingTotalMinor, cart.currency);
  }

  @FieldResolver(() => [CartMemberType], { description: 'Whom it is shared with; empty while sharing is switched off.' })
  members(): CartMemberType[] {
    return [];
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do to it now, and why not.' })
  async availableActions(@Root() cart: Cart, @Ctx() { viewer, loaders }: CartsContext): Promise<Action[]> {
    const lineCount = (await loaders.linesOfCart.load(cart.id)).length;
    const facts = { heldByCheckout: cart.checkoutId != null, lineCount };
    const roles = viewer ? [roleOf(viewer)] : [];
    return CART_ACTIONS.map(({ name, command }) => {
      if (command === 'checkout' && viewer && !may(viewer, 'CREATE_ORDER')) return { name, allowed: false, reason: 'This needs the permission CREATE_ORDER.' };
      return actionOf(name, judge(CART_LIFECYCLE, { status: cart.status, command, roles, facts }));
    });
  }
}

const seesNet = ({ viewer }: CartsContext): boolean => viewer !== null && may(viewer, 'VIEW_NET_PRICE');

/** Lines as the viewer may see them: without the right to net prices, at list price. [CART-29] */
async function shownLines(cart: Cart, context: CartsContext): Promise<ShownLine[]> {
  const lines = await context.loaders.linesOfCart.load(cart.id);
  const net = seesNet(context);
  return lines.map((line) => ({ ...(net ? line : atListPrice(line, cart.currency)), currency: cart.currency }));
}

async function shownSubtotal(cart: Cart, context: CartsContext): Promise<bigint> {
  if (seesNet(context)) return cart.subtotalMinor;
  return sum((await shownLines(cart, context)).map((line) => line.totalMinor));
}
