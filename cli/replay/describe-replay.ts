import { LEFT_OUT } from './judge-invoice.ts';
import { describeBooks } from './describe-books.ts';
import type { Tenth } from './pace.ts';
import type { ReplayReport } from './replay-orders.ts';

/** The account of a replay, for people. */
export function describeReplay({ chosen, before, tally, seconds, tenths, books }: ReplayReport): string {
  const left = [...chosen.leftOut].sort(([, a], [, b]) => b - a).map(([reason, count]) => `  ${shown(count).padStart(6)}  ${LEFT_OUT[reason]}`);
  const heading = [
    `Of ${shown(chosen.invoices)} invoices ${shown(chosen.eligible)} can be replayed; ${shown(chosen.sales.length)} were chosen.`,
    ...(left.length > 0 ? ['Left out:', ...left] : []),
    ...(before > 0 ? [`${shown(before)} of them were orders already.`] : []),
  ];
  const compared = books ? describeBooks(books) : [];
  if (tally.orders + tally.refused === 0) return [...heading, 'Nothing was left to do.', ...compared].join('\n');
  return [
    ...heading,
    `${shown(tally.orders)} carts became orders in ${seconds.toFixed(1)} s: ${shown(tally.guests)} of guests, ${shown(tally.quotes)} by a negotiated quote, ${shown(tally.lines)} lines (${shown(tally.serviceLines)} of carriage, charges and vouchers).`,
    `Their ${shown(tally.orders)} totals are those of the invoices, to the penny.`,
    `The watchers saw ${shown(tally.versionsSeen + tally.versionsCoalesced)} versions, none twice and none left out; ${shown(tally.versionsCoalesced)} came together with a later one.`,
    `The price list was changed ${shown(tally.priceChanges)} times, ${shown(tally.pricesLoaded)} prices in all.`,
    ...describePace(tenths),
    ...compared,
    ...(tally.refused > 0 ? [`${shown(tally.refused)} invoices were refused.`] : []),
  ].join('\n');
}

/** Orders differ in size through the year, so lines a second are told beside orders a second. */
function describePace(tenths: readonly Tenth[]): string[] {
  const [first, last] = [tenths[0], tenths.at(-1)];
  if (tenths.length < 10 || !first || !last) return [];
  const rate = (of: (tenth: Tenth) => number) => tenths.map((tenth) => (of(tenth) / tenth.seconds).toFixed(1)).join(' ');
  const ratio = (last.lines / last.seconds / (first.lines / first.seconds)).toFixed(2);
  return [`A second, by tenths of the orders: ${rate(({ orders }) => orders)} orders; ${rate(({ lines }) => lines)} lines. The last tenth beside the first, in lines: ${ratio}.`];
}

const shown = (count: number): string => count.toLocaleString('en-GB');
