import type { FactChange } from '#kernel/events.ts';
import { factChange } from '#kernel/fact-changes.ts';
import { moneyOf } from '#kernel/money.ts';

interface Sums {
  readonly status: string;
  readonly currency: string;
  readonly totalMinor: bigint;
}

/** What a change made of an order, for whoever keeps its history. @param before null for one that is new */
export function changesOfOrder(before: Sums | null, after: Sums): FactChange[] {
  const total = before?.totalMinor === after.totalMinor ? [] : factChange('total', before && moneyOf(before.totalMinor, before.currency), moneyOf(after.totalMinor, after.currency));
  return [...factChange('status', before?.status, after.status), ...total];
}
