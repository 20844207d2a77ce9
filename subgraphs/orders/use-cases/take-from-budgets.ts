import { refuse } from '#kernel/errors.ts';
import type { OrdersTx } from '../context.ts';
import { exceeded, overdraft } from '../domain/budget.ts';
import { periodOf } from '../domain/spending-period.ts';
import type { Order } from '../entities/order.ts';
import { judgeSpendingAgain } from './judge-spending.ts';

/**
 * Charges an order to the budgets of its cost centre, in its transaction: what was judged minutes ago is counted now, and two
 * orders at once get no more than there is. What was approved may overdraw, unless the budget blocks.
 */
export async function takeFromBudgets(tx: OrdersTx, { id: orderId, accountId, placedById, costCentreId, currency, totalMinor, approvalId }: Order, { now, timeZone }: { now: Date; timeZone: string }): Promise<void> {
  const approved = approvalId != null;
  if (!approved) await judgeSpendingAgain(tx, { accountId, placedById, currency, totalMinor, now, timeZone });
  if (costCentreId == null) return;
  const budgets = await tx.sql.selectFrom('Budget').selectAll().where('accountId', '=', accountId).where('costCentreId', '=', costCentreId).where('currency', '=', currency).where('active', '=', true).orderBy('id').execute();
  for (const budget of budgets) {
    const startsAt = periodOf(budget.period, now, timeZone).firstDay;
    const { usedMinor } = await tx.sql
      .insertInto('BudgetPeriod')
      .values({ budgetId: budget.id, startsAt, accountId, usedMinor: totalMinor })
      .onConflict((oc) => oc.columns(['budgetId', 'startsAt']).doUpdateSet((eb) => ({ usedMinor: eb('BudgetPeriod.usedMinor', '+', totalMinor) })))
      .returning('usedMinor')
      .executeTakeFirstOrThrow();
    const overMinor = overdraft(budget, usedMinor);
    if (overMinor > 0n && budget.policy === 'BLOCK') throw exceeded(budget, overMinor);
    if (overMinor > 0n && budget.policy === 'REQUIRE_APPROVAL' && !approved) throw refuse('INVALID_STATE', 'Another order has just used up the budget; nothing was ordered. Try again, to ask for approval.', { budgetId: budget.id });
    await tx.sql.insertInto('BudgetCharge').values({ orderId, budgetId: budget.id, accountId, startsAt, amountMinor: totalMinor, overMinor, givenBackAt: null }).execute();
  }
}

/** A canceled order gives back what it charged, to the period it was placed in. Given back already: nothing happens. */
export async function giveBackBudgets({ sql }: OrdersTx, orderId: string, now: Date): Promise<void> {
  const charges = await sql.updateTable('BudgetCharge').set({ givenBackAt: now }).where('orderId', '=', orderId).where('givenBackAt', 'is', null).returningAll().execute();
  for (const { budgetId, startsAt, amountMinor } of charges) {
    await sql.updateTable('BudgetPeriod').set((eb) => ({ usedMinor: eb('usedMinor', '-', amountMinor) })).where('budgetId', '=', budgetId).where('startsAt', '=', startsAt).execute();
  }
}

/** An edited order charges so much less, to the period it was placed in; what it overdrew first. */
export async function lowerBudgets({ sql }: OrdersTx, orderId: string, lessMinor: bigint): Promise<void> {
  const charges = await sql.selectFrom('BudgetCharge').selectAll().where('orderId', '=', orderId).where('givenBackAt', 'is', null).execute();
  for (const { budgetId, startsAt, amountMinor, overMinor } of charges) {
    const back = lessMinor < amountMinor ? lessMinor : amountMinor;
    await sql.updateTable('BudgetCharge').set({ amountMinor: amountMinor - back, overMinor: overMinor > back ? overMinor - back : 0n }).where('orderId', '=', orderId).where('budgetId', '=', budgetId).execute();
    await sql.updateTable('BudgetPeriod').set((eb) => ({ usedMinor: eb('usedMinor', '-', back) })).where('budgetId', '=', budgetId).where('startsAt', '=', startsAt).execute();
  }
}
