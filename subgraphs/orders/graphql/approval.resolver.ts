import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Action } from '#kernel/lifecycle.ts';
import { moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import type { Connection } from '#kernel/paging.ts';
import { ActionType, MoneyType } from '#kernel/shared-types.ts';
import type { OrdersContext } from '../context.ts';
import { timesGiven } from '../domain/approval-flow.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';
import { shownConfirmed, shownTotal } from '../domain/shown-prices.ts';
import type { Approval } from '../entities/approval.ts';
import type { CostCentre } from '../entities/cost-centre.ts';
import type { Order } from '../entities/order.ts';
import { actionsOnApproval } from '../use-cases/judge-answer.ts';
import { listApprovals } from '../use-cases/list-approvals.ts';
import { seesOrder } from '../use-cases/read-order.ts';
import { readApproval } from '../use-cases/read-approval.ts';
import { ApprovalSearchInput } from './approval.inputs.ts';
import { ApprovalDecisionType, ApprovalDemandType, ApprovalLineType, ApprovalTroubleType, ApprovalType } from './approval.type.ts';
import { CostCentreType } from './cost-centre.type.ts';
import { ForeignAccount, ForeignCart, ForeignQuote, ForeignUser } from './foreign-types.ts';
import { OrderAddressType } from './order-address.type.ts';
import { OrderType } from './order.type.ts';
import { shownTiers } from './shown-tiers.ts';

const ApprovalConnectionType = connectionType('Approval', ApprovalType);

@Resolver(() => ApprovalType)
export class ApprovalResolver {
  @Query(() => ApprovalType, { nullable: true, description: 'One approval. Errors: NOT_FOUND, also for approvals of others.' })
  approval(@Arg('id', () => ID, { description: "The approval's id." }) id: string, @Ctx() context: OrdersContext): Promise<Approval> {
    return readApproval(context, id);
  }

  @Query(() => ApprovalConnectionType, { description: 'The approvals the viewer may see, newest first: those asked for or got by them, or that ask them; with VIEW_ORDER, APPROVE_ORDER or MANAGE_ACCOUNT those of the account; for the seller all.' })
  approvals(
    @Arg('search', () => ApprovalSearchInput, { nullable: true, description: 'Which approvals; all when absent.' }) search: ApprovalSearchInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<Approval>> {
    return listApprovals(context, search ?? {}, { first, after });
  }

  @FieldResolver(() => ForeignAccount, { nullable: true, description: 'The account that buys.' })
  soldTo(@Root() { accountId }: Approval): ForeignAccount {
    return { id: accountId };
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who asked for the order, and will have placed it.' })
  requester(@Root() { requesterId }: Approval): ForeignUser {
    return { id: requesterId };
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'For whom it is: the owner of the cart or quote.' })
  contact(@Root() { ownerId }: Approval): ForeignUser {
    return { id: ownerId };
  }

  @FieldResolver(() => ForeignCart, { nullable: true, description: 'The cart; null for a quote.' })
  cart(@Root() { cartId }: Approval): ForeignCart | null {
    return cartId == null ? null : { id: cartId };
  }

  @FieldResolver(() => ForeignQuote, { nullable: true, description: 'The quote; null for a cart.' })
  quote(@Root() { quoteId }: Approval): ForeignQuote | null {
    return quoteId == null ? null : { id: quoteId };
  }

  @FieldResolver(() => OrderType, { nullable: true, description: 'The order that came of it; null while there is none, and for who may not see it.' })
  async order(@Root() { orderId }: Approval, @Ctx() context: OrdersContext): Promise<Order | null> {
    const order = orderId == null ? undefined : await context.loaders.orderById.load(orderId);
    return order && (await seesOrder(context, order)) ? order : null;
  }

  @FieldResolver(() => MoneyType, { description: 'The total that is asked about; at list prices for who may not see net prices.' })
  total(@Root() { confirmation }: Approval, @Ctx() { viewer }: OrdersContext): Money {
    return shownTotal(viewer, confirmation);
  }

  @FieldResolver(() => [ApprovalLineType], { description: 'What is asked about, line by line.' })
  lines(@Root() { confirmation: { lines, currency } }: Approval, @Ctx() { viewer }: OrdersContext): ApprovalLineType[] {
    return lines.map((line) => {
      const { unitMicro, totalMinor } = shownConfirmed(viewer, line, currency);
      const { sku, description, quantity, uom } = line;
      return { product: { sku }, description, quantity, uom, unitPrice: unitMoneyOf(unitMicro, currency), total: moneyOf(totalMinor, currency) };
    });
  }

  @FieldResolver(() => OrderAddressType, { nullable: true, description: 'Where it would go.' })
  shipTo(@Root() { confirmation }: Approval): OrderAddress | null {
    return confirmation.shipTo;
  }

  @FieldResolver(() => CostCentreType, { nullable: true, description: 'What it would be charged to.' })
  async costCentre(@Root() { costCentreId }: Approval, @Ctx() { loaders }: OrdersContext): Promise<CostCentre | null> {
    return costCentreId == null ? null : ((await loaders.costCentreById.load(costCentreId)) ?? null);
  }

  @FieldResolver(() => [ApprovalDemandType], { description: 'What wants a yes, and how far each is.' })
  async demands(@Root() { id, demands }: Approval, @Ctx() { loaders }: OrdersContext): Promise<ApprovalDemandType[]> {
    const given = (await loaders.decisionsOfApproval.load(id)).flatMap(({ verdict, answers }) => (verdict === 'AGREED' ? answers : []));
    return demands.map(({ kind, sourceId, reason, tiers }, demand) => ({ kind, sourceId, reason, tiers: shownTiers(tiers, (tier, requirement) => timesGiven(given, demand, tier, requirement)) }));
  }

  @FieldResolver(() => [ApprovalDecisionType], { description: 'What was said, the first first.' })
  async decisions(@Root() { id }: Approval, @Ctx() { loaders }: OrdersContext): Promise<ApprovalDecisionType[]> {
    const decisions = await loaders.decisionsOfApproval.load(id);
    return decisions.map(({ userId, verdict, comment, decidedAt, answers }) => {
      const away = answers.find(({ onBehalfOf }) => onBehalfOf != null)?.onBehalfOf;
      return { by: { id: userId }, onBehalfOf: away == null ? null : { id: away }, verdict, comment, decidedAt };
    });
  }

  @FieldResolver(() => ApprovalTroubleType, { nullable: true, description: 'Why nothing came of it; null unless it is VOID.' })
  trouble(@Root() { trouble }: Approval): ApprovalTroubleType | null {
    return trouble ?? null;
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do with it, and whether it is allowed now.' })
  availableActions(@Root() approval: Approval, @Ctx() context: OrdersContext): Promise<Action[]> {
    return actionsOnApproval(context, approval);
  }
}
