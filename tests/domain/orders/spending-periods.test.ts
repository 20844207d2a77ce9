import { expect, test } from 'vitest';
import { periodOf, type SpendingPeriod } from '../../../subgraphs/orders/domain/spending-period.ts';

test.each<[SpendingPeriod, string, string, string, string]>([
  ['MONTH', '2026-03-31T23:30:00Z', 'UTC', '2026-03-01', '2026-03-01T00:00:00.000Z'],
  ['MONTH', '2026-03-31T23:30:00Z', 'Europe/London', '2026-04-01', '2026-03-31T23:00:00.000Z'], // summer time by now
  ['MONTH', '2026-04-01T03:30:00Z', 'America/New_York', '2026-03-01', '2026-03-01T05:00:00.000Z'], // winter time then
  ['MONTH', '2026-11-15T12:00:00Z', 'America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'], // the day clocks go back
  ['QUARTER', '2026-12-31T15:30:00Z', 'Asia/Tokyo', '2027-01-01', '2026-12-31T15:00:00.000Z'],
  ['YEAR', '2026-12-31T10:30:00Z', 'Pacific/Kiritimati', '2027-01-01', '2026-12-31T10:00:00.000Z'],
  ['YEAR', '2027-01-01T04:00:00Z', 'America/New_York', '2026-01-01', '2026-01-01T05:00:00.000Z'],
  ['MONTH', '2018-11-10T12:00:00Z', 'America/Sao_Paulo', '2018-11-01', '2018-11-01T03:00:00.000Z'],
])('a %s at %s on the clocks of %s is that of %s, and began %s', (period, now, timeZone, firstDay, begins) => {
  const found = periodOf(period, new Date(now), timeZone);
  expect([found.firstDay.toISOString().slice(0, 10), found.begins.toISOString()]).toEqual([firstDay, begins]);
});
