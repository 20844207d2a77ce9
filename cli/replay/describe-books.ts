import type { Books, Sum } from './compare-books.ts';

/** The product's orders beside the file, for people. */
export function describeBooks({ byMonth, byCountry, leftOut, everything, orders, differences }: Books): string[] {
  const rows = (pairs: Books['byMonth']): string[] => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { file, product }]) => `  ${name.padEnd(22)}${shownSum(product)}${differences.includes(name) ? `   the file says ${shownSum(file).trim()}` : ''}`);
  return [
    `Orders by month:              ${HEAD}`,
    ...rows(byMonth),
    'By country:',
    ...rows(byCountry),
    `  ${'all orders'.padEnd(22)}${shownSum(orders.product)}`,
    'Not ordered:',
    ...[...leftOut].map(([reason, sum]) => `  ${reason.padEnd(22)}${shownSum(sum)}`),
    `  ${'the whole file'.padEnd(22)}${shownSum(everything)}, ${pounds(everything.exactMicro, 3)} before rounding`,
    differences.length === 0 ? 'Number, lines, units and money are those of the file in every month and country.' : `Other than the file: ${differences.join(', ')}.`,
  ];
}

const HEAD = 'invoices     lines       units          pounds';

const shownSum = ({ invoices, lines, quantity, micro }: Sum): string =>
  `${shown(invoices).padStart(16)}${shown(lines).padStart(10)}${shown(quantity).padStart(12)}${pounds(micro, 2).padStart(16)}`;

const shown = (count: number | bigint): string => count.toLocaleString('en-GB');

function pounds(micro: bigint, digits: number): string {
  const sign = micro < 0n ? '-' : '';
  const whole = micro < 0n ? -micro : micro;
  return `${sign}${shown(whole / 1_000_000n)}.${String(whole % 1_000_000n).padStart(6, '0').slice(0, digits)}`;
}
