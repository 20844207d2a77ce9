import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { OrdersContext } from '../context.ts';
import { isConnected } from '../domain/installed-tree.ts';
import type { InstalledItem } from '../entities/installed-item.ts';
import type { Order } from '../entities/order.ts';
import { searchInstalled } from '../use-cases/search-installed.ts';
import { readOrder } from '../use-cases/read-order.ts';
import { InstalledItemConnectionType, InstalledItemSearchInput, InstalledItemType } from './installed-base.type.ts';
import { OrderType } from './order.type.ts';

/** "My products". [ORD-38] */
@Resolver(() => InstalledItemType)
export class InstalledBaseResolver {
  @Query(() => InstalledItemConnectionType, {
    description: 'What the viewer has, the latest first: private persons what they bought, business buyers with VIEW_ORDER what their account did, else their own. Business buyers must say what to look for. Errors: OPERATION_DISABLED, SEARCH_CRITERIA_REQUIRED, SEARCH_TOO_BROAD, WILDCARD_NOT_SUPPORTED, BAD_CURSOR.',
  })
  installedItems(
    @Arg('search', () => InstalledItemSearchInput, { nullable: true, description: 'What to look for.' }) search: InstalledItemSearchInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<InstalledItem>> {
    return searchInstalled(context, search ?? {}, { first, after });
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it the customer got.' })
  quantity(@Root() { quantityMicro }: InstalledItem): string {
    return fromMicro(quantityMicro);
  }

  @FieldResolver(() => OrderType, { nullable: true, description: 'The order it was bought with.' })
  order(@Root() { orderId }: InstalledItem, @Ctx() context: OrdersContext): Promise<Order> {
    return readOrder(context, orderId);
  }

  @FieldResolver(() => [InstalledItemType], { description: 'What it is put together of, one level, as long as it is of the same owner and account.' })
  async components(@Root() item: InstalledItem, @Ctx() { loaders }: OrdersContext): Promise<InstalledItem[]> {
    return (await loaders.partsOfInstalled.load(item.id)).filter((part) => isConnected(item, part));
  }

  @FieldResolver(() => InstalledItemType, { nullable: true, description: 'What it is a part of, as long as that is of the same owner and account; null when it is none.' })
  async componentOf(@Root() item: InstalledItem, @Ctx() { loaders }: OrdersContext): Promise<InstalledItem | null> {
    const whole = item.parentId == null ? undefined : await loaders.installedById.load(item.parentId);
    return whole && isConnected(item, whole) ? whole : null;
  }
}
