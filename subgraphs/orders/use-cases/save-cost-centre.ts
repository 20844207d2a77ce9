import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { OrdersContext } from '../context.ts';
import type { CostCentre } from '../entities/cost-centre.ts';
import { refuseStrangers } from '../peers/members.ts';
import { requireSpendingManager, touchSpendingPolicy } from './touch-spending-policy.ts';

export interface WantedCostCentre {
  readonly accountId?: string | null;
  /** Found again by it. */
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  readonly members: readonly { readonly userId: string; readonly preferred: boolean }[];
}

const MAX_TEXT = 100;
const MAX_MEMBERS = 1_000;

/** Makes a cost centre of an account, or changes the one with this code; who may charge to it is given anew each time. */
export async function saveCostCentre(context: OrdersContext, { accountId: wanted, code, name, active, members }: WantedCostCentre): Promise<CostCentre> {
  const managing = requireSpendingManager(context, wanted);
  const { accountId } = managing;
  for (const text of [code, name]) if (text.trim() === '' || text.length > MAX_TEXT) throw refuse('BAD_USER_INPUT', `A cost centre has a code and a name of at most ${MAX_TEXT} characters.`);
  const people = members.map(({ userId }) => userId);
  if (new Set(people).size !== people.length || people.length > MAX_MEMBERS) throw refuse('BAD_USER_INPUT', `A cost centre names at most ${MAX_MEMBERS} people, each once.`);
  await refuseStrangers(context.ask, accountId, people);
  const changes = { name: name.trim(), active, updatedAt: context.clock.now() };
  return context.db.transact(async (tx) => {
    const saved = await tx.sql
      .insertInto('CostCentre')
      .values({ id: newId(), accountId, code: code.trim(), ...changes })
      .onConflict((oc) => oc.columns(['accountId', 'code']).doUpdateSet(changes))
      .returningAll()
      .executeTakeFirstOrThrow();
    await tx.sql.deleteFrom('CostCentreMember').where('costCentreId', '=', saved.id).execute();
    if (members.length > 0) await tx.sql.insertInto('CostCentreMember').values(members.map(({ userId, preferred }) => ({ costCentreId: saved.id, userId, accountId, preferred }))).execute();
    await touchSpendingPolicy(tx, managing, { what: 'costCentre', id: saved.id });
    return saved;
  });
}
