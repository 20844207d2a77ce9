import { refuse } from '#kernel/errors.ts';
import { minorFrom } from '#kernel/money.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import type { Demand } from '../domain/approval-flow.ts';
import { demandsOfRules } from '../domain/approval-rule.ts';
import { demandsOfBudgets, type BudgetToJudge } from '../domain/budget.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import { chooseCostCentre } from '../domain/cost-centre.ts';
import { demandsOfLimits, limitsFor, type Purchase } from '../domain/spending-limit.ts';
import { periodOf } from '../domain/spending-period.ts';
import type { SpendingLimit } from '../entities/spending-limit.ts';
import { askCategories } from '../peers/catalog.ts';

type Reads = Pick<OrdersTx, 'sql'>;

/** What an order is charged to, judged by what its account says at this moment. */
export async function findCostCentre({ sql }: Reads, accountId: string, userId: string, wanted: string | null | undefined): Promise<string | null> {
  const centres = await sql.selectFrom('CostCentre').selectAll().where('accountId', '=', accountId).where('active', '=', true).orderBy('code').execute();
  const members = centres.length === 0 ? [] : await sql.selectFrom('CostCentreMember').selectAll().where('accountId', '=', accountId).execute();
  return chooseCostCentre(centres, members, userId, wanted);
}

/** What wants a yes before an order is placed; nothing when it may be placed at once. @throws BUDGET_EXCEEDED */
export async function judgeSpending({ db, ask, clock, config }: OrdersContext, placedById: string, costCentreId: string | null, confirmation: Confirmation): Promise<Demand[]> {
  const { accountId, currency } = confirmation;
  const purchase = { accountId, placedById, currency, totalMinor: minorFrom(confirmation.total, currency), now: clock.now(), timeZone: confirmation.timeZone ?? config.timeZone };
  const rules = await db.sql.selectFrom('ApprovalRule').selectAll().where('accountId', '=', accountId).where('active', '=', true).orderBy('id').execute();
  const skus = new Set(confirmation.lines.map(({ sku }) => sku));
  const categories = rules.some(({ conditions }) => conditions.categories != null) ? await askCategories(ask, [...skus]) : new Set<string>();
  const order = { ...purchase, shippingMinor: minorFrom(confirmation.shippingTotal, currency), skus, categories, costCentreId };
  return [...(await limitDemands(db, purchase)), ...demandsOfRules(rules, order), ...demandsOfBudgets(await budgetsOf(db, purchase, costCentreId), purchase)];
}

/** Of two orders at once that fit a limit each, and not both, the second is refused in its transaction. */
export async function judgeSpendingAgain(tx: OrdersTx, purchase: JudgedPurchase): Promise<void> {
  const [demand] = await limitDemands(tx, purchase);
  if (demand) throw refuse('INVALID_STATE', `${demand.reason} Nothing was ordered. Try again, to ask for approval.`, { limitId: demand.sourceId });
}

export const limitsOf = ({ sql }: Reads, accountId: string): Promise<SpendingLimit[]> => sql.selectFrom('SpendingLimit').selectAll().where('accountId', '=', accountId).orderBy('id').execute();

interface JudgedPurchase extends Purchase {
  readonly accountId: string;
  readonly placedById: string;
  readonly now: Date;
  /** Of the account: by its clocks periods begin. */
  readonly timeZone: string;
}

async function limitDemands({ sql }: Reads, purchase: JudgedPurchase): Promise<Demand[]> {
  const limits = limitsFor(await limitsOf({ sql }, purchase.accountId), purchase.placedById);
  const limit = limits.find(({ currency }) => currency === purchase.currency);
  return demandsOfLimits(limits, purchase, limit ? await usedBefore({ sql }, purchase, limit) : 0n);
}

/** What the person ordered in the present period of the limit; what was called off is not among it. */
async function usedBefore({ sql }: Reads, { accountId, placedById, currency, now, timeZone }: JudgedPurchase, { period, perPeriodMinor }: SpendingLimit): Promise<bigint> {
  if (period == null || perPeriodMinor == null) return 0n;
  const { used } = await sql
    .selectFrom('Order')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<bigint>('totalMinor'), eb.lit(0)).as('used'))
    .where('accountId', '=', accountId)
    .where('placedById', '=', placedById)
    .where('placedAt', '>=', periodOf(period, now, timeZone).begins)
    .where('currency', '=', currency)
    .where('status', '!=', 'CANCELED')
    .executeTakeFirstOrThrow();
  return BigInt(used);
}

async function budgetsOf({ sql }: Reads, { accountId, now, timeZone }: JudgedPurchase, costCentreId: string | null): Promise<BudgetToJudge[]> {
  if (costCentreId === null) return [];
  const budgets = await sql.selectFrom('Budget').selectAll().where('accountId', '=', accountId).where('costCentreId', '=', costCentreId).where('active', '=', true).orderBy('id').execute();
  return Promise.all(budgets.map(async (budget) => ({ ...budget, usedMinor: await usedOf({ sql }, budget.id, periodOf(budget.period, now, timeZone).firstDay) })));
}

export async function usedOf({ sql }: Reads, budgetId: string, firstDay: Date): Promise<bigint> {
  const period = await sql.selectFrom('BudgetPeriod').select('usedMinor').where('budgetId', '=', budgetId).where('startsAt', '=', firstDay).executeTakeFirst();
  return period?.usedMinor ?? 0n;
}
