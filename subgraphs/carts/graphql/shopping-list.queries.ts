import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { CartsContext } from '../context.ts';
import { menuOf } from '../domain/add-to-cart-menu.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import type { ShoppingListLine } from '../entities/shopping-list-line.ts';
import { listShoppingLists } from '../use-cases/list-shopping-lists.ts';
import { readList, readListWithLines } from '../use-cases/read-list.ts';
import { ForeignProduct } from './foreign-types.ts';
import { AddToCartMenuType, ShoppingListConnectionType, ShoppingListLineType, ShoppingListType } from './shopping-list.type.ts';

@Resolver(() => ShoppingListType)
export class ShoppingListQueries {
  @Query(() => ShoppingListConnectionType, { description: "The viewer's shopping lists, newest first. Errors: UNAUTHENTICATED for guests, BAD_CURSOR." })
  shoppingLists(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Connection<ShoppingList>> {
    return listShoppingLists(context, { first, after });
  }

  @Query(() => ShoppingListType, { nullable: true, description: 'A shopping list by id. Errors: NOT_FOUND for lists that are not yours.' })
  shoppingList(@Arg('id', () => ID, { description: 'The id of the list.' }) id: string, @Ctx() context: CartsContext): Promise<ShoppingList> {
    return readList(context, id);
  }

  @Query(() => AddToCartMenuType, { description: 'What the button beside a product offers: a plain one, or a menu that knows lists. The same for all products.' })
  addToCartMenu(@Ctx() { config, viewer }: CartsContext): AddToCartMenuType {
    const guest = viewer === null || viewer.kind === 'GUEST';
    return { actions: menuOf({ lists: config.shoppingLists, guest }), navigation: config.addToCartNavigation === 'cart' ? 'CART' : 'STAY' };
  }

  @FieldResolver(() => [ShoppingListLineType], { description: 'What is in it, in the order it was added.' })
  async lines(@Root() list: ShoppingList, @Ctx() context: CartsContext): Promise<readonly ShoppingListLine[]> {
    return (await readListWithLines(context, list.id)).lines;
  }
}

@Resolver(() => ShoppingListLineType)
export class ShoppingListLineResolver {
  @FieldResolver(() => ForeignProduct, { description: 'What is kept.' })
  product(@Root() { sku }: ShoppingListLine): ForeignProduct {
    return { sku };
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it.' })
  quantity(@Root() { quantityMicro }: ShoppingListLine): string {
    return fromMicro(quantityMicro);
  }
}
