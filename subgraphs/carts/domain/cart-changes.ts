import type { FactChange } from '#kernel/events.ts';
import { changesAmong, factChange, type Part } from '#kernel/fact-changes.ts';
import { moneyOf, unitMoneyOf } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { sameStart } from './same-start.ts';
import type { StandingLine } from './standing-lines.ts';

interface Sums {
  readonly version: number;
  readonly status: string;
  readonly currency: string;
  readonly totalMinor: bigint;
}

/** What a change made of the cart as a whole, for whoever keeps its history. */
export function changesOfCart(before: Sums, after: Pick<Sums, 'status' | 'currency' | 'totalMinor'>): FactChange[] {
  const isNew = before.version === 0;
  return [
    ...factChange('status', isNew ? null : before.status, after.status),
    ...(before.totalMinor === after.totalMinor ? [] : factChange('total', isNew ? null : moneyOf(before.totalMinor, before.currency), moneyOf(after.totalMinor, after.currency))),
  ];
}

/** What an edit made of the lines. In a cart of many lines most are the very same, and are not looked at. */
export function changesOfLines(before: readonly StandingLine[], after: readonly StandingLine[], currency: string): FactChange[] {
  const same = sameStart(before, after);
  const partOf = (line: StandingLine): Part => ({ of: line.sku, facts: { quantity: `${fromMicro(line.quantityMicro)} ${line.uom}`, unitPrice: unitMoneyOf(line.unitMicro, currency) } });
  return changesAmong(before.slice(same), after.slice(same), isAsBefore, partOf);
}

const isAsBefore = (a: StandingLine, b: StandingLine): boolean => a.quantityMicro === b.quantityMicro && a.unitMicro === b.unitMicro && a.uom === b.uom;
