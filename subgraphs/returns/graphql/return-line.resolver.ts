import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import type { ReturnsContext } from '../context.ts';
import { shownRefund } from '../domain/shown-refund.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import { ForeignOrderLine } from './foreign-types.ts';
import { ReturnLineType } from './return-line.type.ts';

@Resolver(() => ReturnLineType)
export class ReturnLineResolver {
  @FieldResolver(() => ForeignOrderLine, { description: 'The order line it comes from.' })
  orderLine(@Root() { orderLineId }: ReturnLine): { id: string } {
    return { id: orderLineId };
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much comes back.' })
  quantity(@Root() { quantityMicro }: ReturnLine): string {
    return fromMicro(quantityMicro);
  }

  @FieldResolver(() => MoneyType, { description: 'What is refunded for it: its share of what was paid, to the cent; an estimate until the return is submitted; at list price for who may not see net prices.' })
  async refund(@Root() line: ReturnLine, @Ctx() { loaders, viewer }: ReturnsContext): Promise<Money> {
    const root = await loaders.returnById.load(line.returnId);
    if (!root) throw new Error(`Return line ${line.id} has no return.`);
    return moneyOf(shownRefund(viewer, line, root.currency), root.currency);
  }
}
