import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Action } from '#kernel/lifecycle.ts';
import { moneyOf, sum, type Money } from '#kernel/money.ts';
import { ActionType, MoneyType } from '#kernel/shared-types.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import { shownRefund } from '../domain/shown-refund.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import { actionsOn } from '../use-cases/judge-return.ts';
import { ForeignUser } from './foreign-types.ts';
import { ReturnLineType } from './return-line.type.ts';
import { ReturnType } from './return.type.ts';

@Resolver(() => ReturnType)
export class ReturnResolver {
  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who sends it back.' })
  owner(@Root() { ownerId }: Return): { id: string } {
    return { id: ownerId };
  }

  @FieldResolver(() => [ReturnLineType], { description: 'What comes back, in the order it was added.' })
  lines(@Root() { id }: Return, @Ctx() { loaders }: ReturnsContext): Promise<ReturnLine[]> {
    return loaders.linesOfReturn.load(id);
  }

  @FieldResolver(() => MoneyType, { description: 'The sum of the refunds; an estimate until the return is submitted; at list price for who may not see net prices.' })
  async refundTotal(@Root() { id, refundTotalMinor, currency }: Return, @Ctx() { loaders, viewer }: ReturnsContext): Promise<Money> {
    if (seesNetPrices(viewer)) return moneyOf(refundTotalMinor, currency);
    const lines = await loaders.linesOfReturn.load(id);
    return moneyOf(sum(lines.map((line) => shownRefund(viewer, line, currency))), currency);
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do to the return, and whether it is allowed now.' })
  async availableActions(@Root() root: Return, @Ctx() context: ReturnsContext): Promise<Action[]> {
    const lines = await context.loaders.linesOfReturn.load(root.id);
    return actionsOn(requireViewer(context), root, { hasLines: lines.length > 0 });
  }
}
