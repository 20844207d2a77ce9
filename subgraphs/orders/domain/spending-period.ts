import { dayOf, startOfDay } from '#kernel/time-zone.ts';

export const SPENDING_PERIODS = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type SpendingPeriod = (typeof SPENDING_PERIODS)[number];

const MONTHS: { readonly [P in SpendingPeriod]: number } = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** A calendar month, quarter or year of a time zone. */
export interface CalendarPeriod {
  /** Its first day, as if it were UTC: what is counted of it goes by that, so that it stays the same period when somebody moves to another zone. */
  readonly firstDay: Date;
  /** The moment it begins on the clocks of the zone. */
  readonly begins: Date;
}

/** The period a moment is in, as the clocks of the account show it. */
export function periodOf(period: SpendingPeriod, now: Date, timeZone: string): CalendarPeriod {
  const months = MONTHS[period];
  const { year, month } = dayOf(now, timeZone);
  const first = Math.floor((month - 1) / months) * months + 1;
  return { firstDay: new Date(Date.UTC(year, first - 1, 1)), begins: startOfDay({ year, month: first, day: 1 }, timeZone) };
}
