import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Action } from '#kernel/lifecycle.ts';
import { moneyOf, sum, type Money } from '#kernel/money.ts';
import { ActionType, MoneyType } from '#kernel/shared-types.ts';
import type { CartsContext } from '../context.ts';
import type { CartStatus } from '../domain/cart-lifecycle.ts';
import { nameFor } from '../domain/cart-names.ts';
import { atListPrice, withoutAmounts, type CartProblem } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { standingOf } from '../use-cases/read-cart.ts';
import { actionsFor } from './actions-for.ts';
import { CartStatusEnum } from './cart-enums.ts';
import { CartLineType, type ShownLine } from './cart-line.type.ts';
import { CartProblemType, CartType } from './cart.type.ts';
import { seesNet } from './sees-net.ts';
import { ForeignAccount, ForeignUser } from './foreign-types.ts';

@Resolver(() => CartType)
export class CartResolver {
  @FieldResolver(() => String, { description: 'The name its owner gave it; without one, what the site calls such carts in the language of the reader.' })
  async name(
    @Arg('language', () => String, { nullable: true, description: 'A BCP 47 tag, such as "de" or "en-GB".' }) language: string | undefined,
    @Arg('site', () => String, { nullable: true, description: 'The site; the one of the deployment when absent.' }) site: string | undefined,
    @Root() cart: Cart,
    @Ctx() { config, loaders }: CartsContext,
  ): Promise<string> {
    if (cart.name != null) return cart.name;
    const fallback = { DEFAULT: config.defaultName, SYSTEM_SAVED: config.systemSavedName }[cart.nameKey];
    return nameFor(cart.nameKey, { site: site ?? config.site, language }, await loaders.nameTexts.load('all'), fallback);
  }

  @FieldResolver(() => CartStatusEnum, { description: 'Where it stands in its life. A shared cart is active for each by themselves: a member sees ACTIVE while it is their active cart.' })
  async status(@Root() cart: Cart, @Ctx() context: CartsContext): Promise<CartStatus> {
    return (await standingOf(context, cart))?.status ?? cart.status;
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

  @FieldResolver(() => MoneyType, { description: 'What is to be paid: subtotal less discount, with shipping, and with tax where prices do not include it.' })
  async total(@Root() cart: Cart, @Ctx() context: CartsContext): Promise<Money> {
    if (seesNet(context)) return moneyOf(cart.totalMinor, cart.currency);
    const upon = cart.pricing.pricesIncludeTax ? 0n : cart.taxTotalMinor;
    return moneyOf((await shownSubtotal(cart, context)) + upon + cart.shippingTotalMinor, cart.currency);
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do to it now, and why not.' })
  availableActions(@Root() cart: Cart, @Ctx() context: CartsContext): Promise<Action[]> {
    return actionsFor(cart, context);
  }
}

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
