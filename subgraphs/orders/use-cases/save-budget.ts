import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { minorFrom } from '#kernel/money.ts';
import type { OrdersContext } from '../context.ts';
import { peopleIn, refuseMalformedTiers, type Tier } from '../domain/approval-flow.ts';
import type { BudgetPolicy } from '../domain/budget.ts';
import type { SpendingPeriod } from '../domain/spending-period.ts';
import type { Budget } from '../entities/cost-centre.ts';
import { refuseStrangers } from '../peers/members.ts';
import { requireSpendingManager, touchSpendingPolicy } from './touch-spending-policy.ts';

export interface WantedBudget {
  readonly id?: string | null;
  readonly accountId?: string | null;
  readonly costCentreId: string;
  readonly name: string;
  readonly currency: string;
  readonly amount: string;
  readonly period: SpendingPeriod;
  readonly policy: BudgetPolicy;
  readonly tiers?: readonly Tier[] | null;
  readonly active: boolean;
}

const MAX_NAME = 100;

/** Makes a budget of a cost centre, or changes one. What was charged stays; period and currency stay too, for it was counted in them. */
export async function saveBudget(context: OrdersContext, { id: known, accountId: wanted, costCentreId, name, currency, amount, period, policy, tiers, active }: WantedBudget): Promise<Budget> {
  const managing = requireSpendingManager(context, wanted);
  const { accountId } = managing;
  if (name.trim() === '' || name.length > MAX_NAME) throw refuse('BAD_USER_INPUT', `A budget has a name of at most ${MAX_NAME} characters.`);
  const amountMinor = minorFrom(amount, currency);
  if (amountMinor < 0n) throw refuse('BAD_USER_INPUT', 'A budget is zero or more.');
  if (tiers) {
    refuseMalformedTiers(tiers);
    await refuseStrangers(context.ask, accountId, peopleIn(tiers));
  }
  const saved: Budget = { id: known ?? newId(), accountId, costCentreId, name: name.trim(), currency, amountMinor, period, policy, tiers: tiers ?? null, active, updatedAt: context.clock.now() };
  return context.db.transact(async (tx) => {
    const centre = await tx.sql.selectFrom('CostCentre').select('id').where('id', '=', costCentreId).where('accountId', '=', accountId).executeTakeFirst();
    if (!centre) throw refuse('NOT_FOUND', 'The account has no such cost centre.', { costCentreId });
    if (known == null) await tx.sql.insertInto('Budget').values(saved).execute();
    else {
      const same = tx.sql.updateTable('Budget').set(saved).where('id', '=', known).where('accountId', '=', accountId).where('costCentreId', '=', costCentreId).where('currency', '=', currency).where('period', '=', period);
      const { numUpdatedRows } = await same.executeTakeFirst();
      if (numUpdatedRows !== 1n) throw refuse('NOT_FOUND', 'The cost centre has no such budget of this period and currency.', { budgetId: known });
    }
    await touchSpendingPolicy(tx, managing, { what: 'budget', id: saved.id });
    return saved;
  });
}
