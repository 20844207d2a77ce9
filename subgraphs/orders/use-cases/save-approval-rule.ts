import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { OrdersContext } from '../context.ts';
import { peopleIn } from '../domain/approval-flow.ts';
import { refuseMalformedRule, type Rule } from '../domain/approval-rule.ts';
import type { ApprovalRule } from '../entities/approval-rule.ts';
import { refuseStrangers } from '../peers/members.ts';
import { requireSpendingManager, touchSpendingPolicy } from './touch-spending-policy.ts';

export interface WantedRule extends Omit<Rule, 'id'> {
  readonly id?: string | null;
  readonly accountId?: string | null;
  readonly active: boolean;
}

/** Makes an approval rule of an account, or changes one; what waits for a yes already goes on as it was asked. */
export async function saveApprovalRule(context: OrdersContext, { id: known, accountId: wanted, ...rule }: WantedRule): Promise<ApprovalRule> {
  const managing = requireSpendingManager(context, wanted);
  const { accountId } = managing;
  refuseMalformedRule(rule);
  await refuseStrangers(context.ask, accountId, [...new Set([...rule.requesterIds, ...peopleIn(rule.tiers)])]);
  const { name, active, requesterIds, match, conditions, tiers } = rule;
  const saved: ApprovalRule = { id: known ?? newId(), accountId, name: name.trim(), active, requesterIds, match, conditions, tiers, updatedAt: context.clock.now() };
  return context.db.transact(async (tx) => {
    if (known == null) await tx.sql.insertInto('ApprovalRule').values(saved).execute();
    else {
      const { numUpdatedRows } = await tx.sql.updateTable('ApprovalRule').set(saved).where('id', '=', known).where('accountId', '=', accountId).executeTakeFirst();
      if (numUpdatedRows !== 1n) throw refuse('NOT_FOUND', 'The account has no such rule.', { ruleId: known });
    }
    await touchSpendingPolicy(tx, managing, { what: 'rule', id: saved.id });
    return saved;
  });
}
