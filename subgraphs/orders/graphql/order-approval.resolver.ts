import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isRefusal } from '#kernel/errors.ts';
import type { OrdersContext } from '../context.ts';
import { moneyOf } from '#kernel/money.ts';
import type { Approval } from '../entities/approval.ts';
import type { CostCentre } from '../entities/cost-centre.ts';
import type { Order } from '../entities/order.ts';
import { readApproval } from '../use-cases/read-approval.ts';
import { ApprovalType } from './approval.type.ts';
import { BudgetNoticeType, CostCentreType } from './cost-centre.type.ts';
import { OrderType } from './order.type.ts';

/** Who agreed to an order, and what it is charged to. */
@Resolver(() => OrderType)
export class OrderApprovalResolver {
  @FieldResolver(() => ApprovalType, { nullable: true, description: 'The approval it was placed by; null when it needed none, and for who may not see it.' })
  async approval(@Root() { approvalId }: Order, @Ctx() context: OrdersContext): Promise<Approval | null> {
    if (approvalId == null) return null;
    return readApproval(context, approvalId).catch((error: unknown) => {
      if (isRefusal(error, 'NOT_FOUND')) return null;
      throw error;
    });
  }

  @FieldResolver(() => CostCentreType, { nullable: true, description: 'What it is charged to; null where the account has no cost centres.' })
  async costCentre(@Root() { costCentreId }: Order, @Ctx() { loaders }: OrdersContext): Promise<CostCentre | null> {
    return costCentreId == null ? null : ((await loaders.costCentreById.load(costCentreId)) ?? null);
  }

  @FieldResolver(() => [BudgetNoticeType], { description: 'The budgets it overdrew when it was placed; with them the buyer is warned.' })
  async budgetNotices(@Root() { id, costCentreId, currency }: Order, @Ctx() { db }: OrdersContext): Promise<BudgetNoticeType[]> {
    if (costCentreId == null) return [];
    const rows = await db.sql.selectFrom('BudgetCharge').innerJoin('Budget', 'Budget.id', 'BudgetCharge.budgetId').select(['Budget.name', 'BudgetCharge.overMinor']).where('BudgetCharge.orderId', '=', id).where('BudgetCharge.overMinor', '>', 0n).execute();
    return rows.map(({ name, overMinor }) => ({ budget: name, over: moneyOf(overMinor, currency) }));
  }
}
