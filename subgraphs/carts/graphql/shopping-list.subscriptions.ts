import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '#kernel/feed.ts';
import type { CartsContext } from '../context.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import { followList } from '../use-cases/follow-list.ts';
import { readList } from '../use-cases/read-list.ts';
import { ShoppingListChangeType, ShoppingListType } from './shopping-list.type.ts';

@Resolver(() => ShoppingListChangeType)
export class ShoppingListSubscriptions {
  @Subscription(() => ShoppingListChangeType, {
    subscribe: ({ args, context }) => followList(context as CartsContext, args as { listId: string; afterVersion?: number | null }),
    description: 'A shopping list as it changes, in frames like those of cartChanged. It ends with NOT_FOUND when the list is deleted. Errors: NOT_FOUND.',
  })
  shoppingListChanged(
    @Arg('listId', () => ID, { description: 'The list.' }) _listId: string,
    @Arg('afterVersion', () => Int, { nullable: true, description: 'The last version you have seen.' }) _afterVersion: number | undefined,
    @Root() frame: Frame,
  ): Frame {
    return frame;
  }

  @FieldResolver(() => ShoppingListType, { description: 'The list, read with the rights the viewer has at this moment.' })
  list(@Root() frame: Frame, @Ctx() context: CartsContext): Promise<ShoppingList> {
    return readList(context, frame.aggregateId);
  }
}
