import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '#kernel/lifecycle.ts';
import type { Connection } from '#kernel/paging.ts';
import { ActionType } from '#kernel/shared-types.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import { sectionsFor, type CartAreaSection } from '../domain/cart-area.ts';
import type { Cart } from '../entities/cart.ts';
import { CART_GROUPS, listCarts, type CartGroup } from '../use-cases/list-carts.ts';
import { openActiveCart } from '../use-cases/open-cart.ts';
import { hasRetrievalEntry } from '../use-cases/retrieve-shared-cart.ts';
import { actionsFor } from './actions-for.ts';
import { CartAreaSectionEnum, CartGroupEnum } from './cart-enums.ts';
import { CartConnectionType, CartType } from './cart.type.ts';

@ObjectType('CartGroupPage', { simpleResolvers: true, description: 'A section of the page of carts that has something in it.' })
export class CartGroupPageType {
  @Field(() => CartGroupEnum, { description: 'Which section it is.' })
  group: CartGroup;
  @Field(() => CartConnectionType, { description: 'Its carts, newest first.' })
  carts: Connection<CartType>;
}

@ObjectType('CartArea', { simpleResolvers: true, description: 'Where the viewer finds carts and what comes of them.' })
export class CartAreaType {
  /** Read once, for the cart itself and for what can be done with it. */
  active: Cart | null;
  @Field(() => Boolean, { description: 'Whether the page of carts takes retrieval numbers of shared carts, see retrieveSharedCart: for private people, and for business buyers where that is switched on.' })
  retrievalEntry: boolean;
}

@Resolver(() => CartAreaType)
export class CartAreaResolver {
  @Query(() => CartAreaType, { description: 'The area of carts, with or without an active cart. Errors: UNAUTHENTICATED.' })
  async cartArea(@Ctx() context: CartsContext): Promise<CartAreaType> {
    requireViewer(context);
    return { active: await openActiveCart(context), retrievalEntry: hasRetrievalEntry(context) };
  }

  @FieldResolver(() => [CartAreaSectionEnum], { description: 'The pages there are for the viewer; features that are not enabled are absent.' })
  async sections(@Ctx() context: CartsContext): Promise<CartAreaSection[]> {
    const { quotes } = await context.loaders.quotesOffered.load('all');
    return sectionsFor({ signedIn: requireViewer(context).kind !== 'GUEST', quotes });
  }

  @FieldResolver(() => CartType, { nullable: true, description: "The viewer's active cart; null when there is none." })
  activeCart(@Root() { active }: CartAreaType): Cart | null {
    return active;
  }

  @FieldResolver(() => [CartGroupPageType], { description: 'The saved carts by group, newest first in each; empty groups are left out.' })
  async groups(@Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many of each group, at most 100.' }) first: number, @Ctx() context: CartsContext): Promise<{ group: CartGroup; carts: Connection<Cart> }[]> {
    const pages = await Promise.all(CART_GROUPS.map(async (group) => ({ group, carts: await listCarts(context, { first }, group) })));
    return pages.filter(({ carts }) => carts.nodes.length > 0);
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do from here now, and why not.' })
  availableActions(@Root() { active }: CartAreaType, @Ctx() context: CartsContext): Promise<Action[]> {
    return actionsFor(active, context);
  }
}
