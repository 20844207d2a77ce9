import type { Aim, Comparison } from './claim.ts';
import { median } from './rounds.ts';

const HEADS = ['this', 'beside', 'this', 'beside', 'ratio min', 'median', 'max', 'aim'];

export function printTable(comparisons: readonly Comparison[]): void {
  const rows = [HEADS, ...comparisons.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) console.log(`  ${row.map((cell, i) => (isText(i) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`.trimEnd());
}

const isText = (column: number): boolean => column < 2 || column === HEADS.length - 1;

function cellsOf(comparison: Comparison): string[] {
  const { what, beside, unit, here, there, aim } = comparison;
  const ratios = here.map((value, i) => value / (there[i] ?? NaN));
  const [least, middle, most] = [Math.min(...ratios), median(ratios), Math.max(...ratios)];
  return [what, beside, show(median(here), unit), show(median(there), unit), least.toFixed(2), middle.toFixed(2), most.toFixed(2), aim ? judge(aim, middle, median(here)) : ''];
}

const show = (value: number, unit: Comparison['unit']): string => (unit === 'ms' ? `${value.toFixed(value < 0.1 ? 3 : 2)} ms` : `${Math.round(value).toLocaleString('en')}/s`);

function judge({ ratioAtLeast, ratioAtMost, valueAtMost }: Aim, ratio: number, value: number): string {
  const bounds = [
    ratioAtLeast === undefined ? undefined : { text: `ratio >= ${ratioAtLeast}`, met: ratio >= ratioAtLeast },
    ratioAtMost === undefined ? undefined : { text: `ratio <= ${ratioAtMost}`, met: ratio <= ratioAtMost },
    valueAtMost === undefined ? undefined : { text: `<= ${valueAtMost} ms`, met: value <= valueAtMost },
  ].filter((bound) => bound !== undefined);
  return bounds.map(({ text, met }) => `${text}: ${met ? 'met' : 'MISSED'}`).join(', ');
}
