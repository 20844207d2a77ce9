import { newId } from '#kernel/ids.ts';
import { rowsPart } from '#kernel/takeover-rows.ts';
import type { Takeover, TakeoverPart } from '#kernel/takeover.ts';
import type { OrdersTx } from '../context.ts';
import { EVERYBODY } from '../domain/spending-limit.ts';
import type { OrdersTables } from '../entities/tables.ts';
import { limitsOf } from './judge-spending.ts';

type Part = TakeoverPart<OrdersTables>;

const limits: Part = rowsPart({ name: 'spendingLimits', table: 'SpendingLimit', account: 'accountId', users: ['holderId'], key: ['id'], unique: ['accountId', 'holderId', 'currency'] });

/** What holds for everybody of an account becomes what holds for each of its people: nobody of the other account gets a limit, and nobody loses one. */
const limitsPart: Part = {
  ...limits,
  async slice(tx, takeover, facts) {
    for (const { from } of takeover.accounts) await nameEverybody(tx, from, takeover);
    return limits.slice(tx, takeover, facts);
  },
};

async function nameEverybody(tx: OrdersTx, accountId: string, { people }: Takeover): Promise<void> {
  const all = await limitsOf(tx, accountId);
  const own = new Set(all.map(({ holderId }) => holderId));
  const forAll = all.filter(({ holderId }) => holderId === EVERYBODY);
  for (const limit of forAll) {
    const named = people.filter((id) => !own.has(id)).map((holderId) => ({ ...limit, id: newId(), holderId }));
    for (const each of named) await tx.sql.insertInto('SpendingLimit').values(each).execute();
    await tx.sql.deleteFrom('SpendingLimit').where('id', '=', limit.id).execute();
  }
}

/** A rule for everybody's orders becomes one for those of its account's people. */
const rulesPart: Part = rowsPart({
  name: 'approvalRules',
  table: 'ApprovalRule',
  account: 'accountId',
  key: ['id'],
  change: ({ requesterIds }, { people }) => ((requesterIds as readonly string[]).length > 0 ? {} : { requesterIds: people, ...(people.length === 0 && { active: false }) }),
});

const centres: Part = rowsPart({ name: 'costCentres', table: 'CostCentre', account: 'accountId', key: ['id'] });

/** Both sets of cost centres are there afterwards; a code that is taken gets a number. */
const centresPart: Part = {
  ...centres,
  async slice(tx, takeover, facts) {
    for (const { from, to } of takeover.accounts) await freeCodes(tx, from, to);
    return centres.slice(tx, takeover, facts);
  },
};

async function freeCodes({ sql }: OrdersTx, from: string, to: string): Promise<void> {
  const all = await sql.selectFrom('CostCentre').select(['id', 'accountId', 'code']).where('accountId', 'in', [from, to]).orderBy('id').execute();
  const taken = new Set(all.filter(({ accountId }) => accountId === to).map(({ code }) => code));
  const codes = new Set(all.map(({ code }) => code));
  for (const { id, code } of all.filter((each) => each.accountId === from && taken.has(each.code))) {
    let number = 2;
    while (codes.has(`${code}-${number}`)) number++;
    codes.add(`${code}-${number}`);
    await sql.updateTable('CostCentre').set({ code: `${code}-${number}` }).where('id', '=', id).execute();
  }
}

/** Counts the changes of what an account says about spending: one more for the receiving one. */
const policyPart: Part = rowsPart({
  name: 'spendingPolicies',
  table: 'SpendingPolicy',
  account: 'accountId',
  key: ['accountId'],
  change: () => ({ version: 0 }),
  async after(tx, _rows, { accounts, actorId }) {
    for (const accountId of new Set(accounts.map(({ to }) => to))) {
      const { version } = await tx.sql.updateTable('SpendingPolicy').set((eb) => ({ version: eb('version', '+', 1) })).where('accountId', '=', accountId).returning('version').executeTakeFirstOrThrow();
      await tx.announce({ accountId, aggregateType: 'spendingPolicy', aggregateId: accountId, aggregateVersion: version, type: 'SPENDING_POLICY_CHANGED', actorId, payload: { what: 'merge', id: accountId } });
    }
  },
});

/** What an account says about spending. */
export const spendingParts: readonly Part[] = [
  limitsPart,
  rulesPart,
  rowsPart({ name: 'approvalSubstitutes', table: 'ApprovalSubstitute', account: 'accountId', key: ['id'] }),
  centresPart,
  rowsPart({ name: 'costCentreMembers', table: 'CostCentreMember', account: 'accountId', users: ['userId'], key: ['costCentreId', 'userId'] }),
  rowsPart({ name: 'budgets', table: 'Budget', account: 'accountId', key: ['id'] }),
  rowsPart({ name: 'budgetPeriods', table: 'BudgetPeriod', account: 'accountId', key: ['budgetId', 'startsAt'] }),
  policyPart,
];
