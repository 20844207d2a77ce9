import type { FactChange } from '#kernel/events.ts';
import { factChange } from '#kernel/fact-changes.ts';
import { moneyOf } from '#kernel/money.ts';

interface Sums {
  readonly version: number;
  readonly status: string;
  readonly currency: string;
  readonly refundTotalMinor: bigint;
}

/** What a change made of a return, for whoever keeps its history. */
export function changesOfReturn(before: Sums, after: Sums): FactChange[] {
  const isNew = before.version === 0;
  return [
    ...factChange('status', isNew ? null : before.status, after.status),
    ...(before.refundTotalMinor === after.refundTotalMinor ? [] : factChange('refundTotal', isNew ? null : moneyOf(before.refundTotalMinor, before.currency), moneyOf(after.refundTotalMinor, after.currency))),
  ];
}
