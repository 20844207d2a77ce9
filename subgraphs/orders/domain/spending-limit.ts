import { moneyOf } from '#kernel/money.ts';
import { ANY_APPROVER, type Demand, type Tier } from './approval-flow.ts';
import type { SpendingPeriod } from './spending-period.ts';

/** Of everybody in the account who has no limit of their own. */
export const EVERYBODY = '*';

/** What somebody may order without asking, in one currency. */
export interface Limit {
  readonly id: string;
  /** A person, or everybody. */
  readonly holderId: string;
  readonly currency: string;
  readonly perOrderMinor?: bigint | null;
  readonly period?: SpendingPeriod | null;
  readonly perPeriodMinor?: bigint | null;
  /** Who is asked beyond it; null means whoever may approve. */
  readonly tiers?: readonly Tier[] | null;
}

/** A person's own limits, whatever they say, else those of everybody. */
export function limitsFor<L extends Limit>(limits: readonly L[], userId: string): L[] {
  const own = limits.filter(({ holderId }) => holderId === userId);
  return own.length > 0 ? own : limits.filter(({ holderId }) => holderId === EVERYBODY);
}

export interface Purchase {
  readonly currency: string;
  readonly totalMinor: bigint;
}

/**
 * What the limits of a person ask for. Who has a limit has none to spare in a currency it does not name: such an order is asked for.
 * @param usedMinor what the person ordered before in the period of the limit, in its currency
 */
export function demandsOfLimits(limits: readonly Limit[], { currency, totalMinor }: Purchase, usedMinor: bigint): Demand[] {
  const [first] = limits;
  if (!first) return [];
  const limit = limits.find((each) => each.currency === currency);
  if (!limit) return [demandOf(first, `There is no spending limit in ${currency}.`)];
  const { perOrderMinor, perPeriodMinor, period } = limit;
  const say = (minor: bigint): string => `${moneyOf(minor, currency).amount} ${currency}`;
  if (perOrderMinor != null && totalMinor > perOrderMinor) return [demandOf(limit, `The order is above the spending limit of ${say(perOrderMinor)}.`)];
  if (perPeriodMinor != null && usedMinor + totalMinor > perPeriodMinor) return [demandOf(limit, `The order is above what is left of the spending limit of ${say(perPeriodMinor)} a ${period?.toLowerCase() ?? 'period'}.`)];
  return [];
}

const demandOf = ({ id, tiers }: Limit, reason: string): Demand => ({ kind: 'LIMIT', sourceId: id, reason, tiers: tiers ?? ANY_APPROVER });

/** Whether a person may spend more under other limits than under these; nobody grants themselves that. */
export function widens(before: readonly Limit[], after: readonly Limit[], userId: string): boolean {
  const [old, now] = [limitsFor(before, userId), limitsFor(after, userId)];
  if (old.length === 0) return false;
  if (now.length === 0) return true;
  return now.some((limit) => {
    const was = old.find(({ currency }) => currency === limit.currency);
    if (!was) return true; // nothing could be ordered in it without asking
    return isWider(was.perOrderMinor, limit.perOrderMinor) || isWider(was.perPeriodMinor, limit.perPeriodMinor) || (was.perPeriodMinor != null && was.period !== limit.period) || !sameTiers(was, limit);
  });
}

const isWider = (was: bigint | null | undefined, now: bigint | null | undefined): boolean => was != null && (now == null || now > was);
const sameTiers = (a: Limit, b: Limit): boolean => JSON.stringify(a.tiers ?? ANY_APPROVER) === JSON.stringify(b.tiers ?? ANY_APPROVER);
