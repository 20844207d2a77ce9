import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { OrdersContext } from '../context.ts';
import { shownDepth, shownParent, shownWithin } from '../domain/line-tree.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { OrderLineType } from './order-line.type.ts';

/** What an order line is put together of, as it was when it was ordered. [ORD-43..48] */
@Resolver(() => OrderLineType)
export class OrderLineComponentsResolver {
  @FieldResolver(() => [OrderLineType], { description: 'All that is within it, however deep, each before what is in it; none for a thing of its own. They have no price: it is in that of the whole. Classes of options are among them unless the deployment hides those.' })
  async components(@Root() line: OrderLine, @Ctx() { loaders, config }: OrdersContext): Promise<OrderLine[]> {
    return shownWithin(await loaders.linesOfOrder.load(line.orderId), line.id, config);
  }

  @FieldResolver(() => OrderLineType, { nullable: true, description: 'What it is directly within; null for what was ordered.' })
  async parentLine(@Root() line: OrderLine, @Ctx() { loaders, config }: OrdersContext): Promise<OrderLine | undefined> {
    return line.parentLineId == null ? undefined : shownParent(await loaders.linesOfOrder.load(line.orderId), line, config);
  }

  @FieldResolver(() => Int, { description: 'How far it is indented: how many wholes it is within, 0 for what was ordered.' })
  async depth(@Root() line: OrderLine, @Ctx() { loaders, config }: OrdersContext): Promise<number> {
    return line.parentLineId == null ? 0 : shownDepth(await loaders.linesOfOrder.load(line.orderId), line, config);
  }

  @FieldResolver(() => DecimalScalar, { nullable: true, description: 'How much one of what it is within takes, in its own unit; null for what was ordered.' })
  ratio(@Root() { parentLineId, ratioMicro }: OrderLine): string | null {
    return parentLineId == null ? null : fromMicro(ratioMicro);
  }
}
