import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { minorFrom } from '#kernel/money.ts';
import type { OrdersContext } from '../context.ts';
import { peopleIn, refuseMalformedTiers, type Tier } from '../domain/approval-flow.ts';
import { EVERYBODY, widens, type Limit } from '../domain/spending-limit.ts';
import type { SpendingPeriod } from '../domain/spending-period.ts';
import type { SpendingLimit } from '../entities/spending-limit.ts';
import { refuseStrangers } from '../peers/members.ts';
import { limitsOf } from './judge-spending.ts';
import { requireSpendingManager, touchSpendingPolicy, type Managing } from './touch-spending-policy.ts';

export interface WantedLimit {
  readonly accountId?: string | null;
  /** Null means everybody without a limit of their own. */
  readonly userId?: string | null;
  readonly currency: string;
  readonly perOrder?: string | null;
  readonly perPeriod?: string | null;
  readonly period?: SpendingPeriod | null;
  readonly tiers?: readonly Tier[] | null;
}

/** Says what somebody of an account, or everybody in it, may order without asking. Nobody widens their own limit. */
export async function setSpendingLimit(context: OrdersContext, wanted: WantedLimit): Promise<SpendingLimit> {
  const managing = requireSpendingManager(context, wanted.accountId);
  const limit = limitFrom(wanted, managing.accountId, context.clock.now());
  await refuseStrangers(context.ask, managing.accountId, [...new Set([...(wanted.userId == null ? [] : [wanted.userId]), ...peopleIn(wanted.tiers ?? [])])]);
  return context.db.transact(async (tx) => {
    const before = await limitsOf(tx, managing.accountId);
    const known = before.find(({ holderId, currency }) => holderId === limit.holderId && currency === limit.currency);
    const saved = { ...limit, id: known?.id ?? limit.id };
    refuseOwn(managing, before, [...before.filter((each) => each !== known), saved]);
    const { id: _id, ...changes } = saved;
    await tx.sql.insertInto('SpendingLimit').values(saved).onConflict((oc) => oc.columns(['accountId', 'holderId', 'currency']).doUpdateSet(changes)).execute();
    await touchSpendingPolicy(tx, managing, { what: 'limit', id: saved.id });
    return saved;
  });
}

/** Takes a limit away; gone already, nothing happens. @returns its id */
export async function removeSpendingLimit(context: OrdersContext, limitId: string, wantedAccount?: string | null): Promise<string> {
  const managing = requireSpendingManager(context, wantedAccount);
  await context.db.transact(async (tx) => {
    const before = await limitsOf(tx, managing.accountId);
    const after = before.filter(({ id }) => id !== limitId);
    if (after.length === before.length) return;
    refuseOwn(managing, before, after);
    await tx.sql.deleteFrom('SpendingLimit').where('id', '=', limitId).where('accountId', '=', managing.accountId).execute();
    await touchSpendingPolicy(tx, managing, { what: 'limit', id: limitId });
  });
  return limitId;
}

function refuseOwn({ viewer }: Managing, before: readonly Limit[], after: readonly Limit[]): void {
  if (viewer.kind === 'BUYER' && widens(before, after, viewer.id)) throw refuse('FORBIDDEN', 'Nobody widens what they may spend themselves. Ask another administrator.');
}

function limitFrom({ userId, currency, perOrder, perPeriod, period, tiers }: WantedLimit, accountId: string, now: Date): SpendingLimit {
  if (perOrder == null && perPeriod == null) throw refuse('BAD_USER_INPUT', 'Give a limit for an order, for a period, or both.');
  if ((perPeriod == null) !== (period == null)) throw refuse('BAD_USER_INPUT', 'A limit for a period has an amount and a period.');
  if (tiers) refuseMalformedTiers(tiers);
  const amount = (text: string | null | undefined): bigint | null => (text == null ? null : minorFrom(text, currency));
  const [perOrderMinor, perPeriodMinor] = [amount(perOrder), amount(perPeriod)];
  if ((perOrderMinor ?? 0n) < 0n || (perPeriodMinor ?? 0n) < 0n) throw refuse('BAD_USER_INPUT', 'A limit is zero or more.');
  return { id: newId(), accountId, holderId: userId ?? EVERYBODY, currency, perOrderMinor, perPeriodMinor, period: period ?? null, tiers: tiers ?? null, updatedAt: now };
}
