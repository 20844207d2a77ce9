import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Action } from '#kernel/lifecycle.ts';
import { moneyOf, sum, type Money } from '#kernel/money.ts';
import { ActionType, MoneyType } from '#kernel/shared-types.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import { isTracked } from '../domain/return-lifecycle.ts';
import type { ReturnProblem } from '../domain/return-problems.ts';
import { waitingFor } from '../domain/return-rights.ts';
import { shownRefund } from '../domain/shown-refund.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import { problemsToShow } from '../use-cases/find-problems.ts';
import { actionsOn } from '../use-cases/judge-return.ts';
import { ForeignUser } from './foreign-types.ts';
import { PendingKindEnum, type PendingKind } from './return-enums.ts';
import { ReturnLineType } from './return-line.type.ts';
import { ReturnProblemType } from './return-problem.type.ts';
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
  async refundTotal(@Root() root: Return, @Ctx() context: ReturnsContext): Promise<Money> {
    return moneyOf(await shownRefunds(root, context), root.currency);
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do to the return, and whether it is allowed now.' })
  async availableActions(@Root() root: Return, @Ctx() context: ReturnsContext): Promise<Action[]> {
    const lines = await context.loaders.linesOfReturn.load(root.id);
    return actionsOn(requireViewer(context), root, lines.length > 0);
  }

  @FieldResolver(() => PendingKindEnum, { nullable: true, description: 'While it is PENDING, what becomes of it when it is submitted: WORKING waits for the seller, ENTERED is booked at once. Null after.' })
  pendingAs(@Root() { status }: Return, @Ctx() { config }: ReturnsContext): PendingKind | null {
    return isTracked(status) ? null : config.approval ? 'WORKING' : 'ENTERED';
  }

  @FieldResolver(() => [ReturnProblemType], { description: 'What keeps it from being submitted at this moment, all of it; empty once it was.' })
  problems(@Root() root: Return, @Ctx() context: ReturnsContext): Promise<ReturnProblem[]> {
    return problemsToShow(context, root);
  }

  @FieldResolver(() => MoneyType, { description: 'What the return costs, by the price list of returns.' })
  feeTotal(@Root() { feeTotalMinor, currency }: Return): Money {
    return moneyOf(feeTotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What comes back in the end: the refunds less the fees; an estimate until the return is submitted.' })
  async creditTotal(@Root() root: Return, @Ctx() context: ReturnsContext): Promise<Money> {
    return moneyOf((await shownRefunds(root, context)) - root.feeTotalMinor, root.currency);
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'The rep who has to do with it.' })
  salesRep(@Root() { salesRepId }: Return): { id: string } {
    return { id: salesRepId };
  }

  @FieldResolver(() => String, { nullable: true, description: 'The role of the seller whose yes it waits for; null when it waits for none.' })
  waitsFor(@Root() root: Return): string | null {
    return waitingFor(root);
  }
}

/** The refunds as the viewer may see them. */
async function shownRefunds({ id, refundTotalMinor, currency }: Return, { loaders, viewer }: ReturnsContext): Promise<bigint> {
  if (seesNetPrices(viewer)) return refundTotalMinor;
  return sum((await loaders.linesOfReturn.load(id)).map((line) => shownRefund(viewer, line, currency)));
}
