import { refuse, type DomainError } from '#kernel/errors.ts';
import type { EntryProblem, EntryRow } from './direct-entry.ts';

type Cell = keyof Omit<EntryRow, 'selected'>;

/** The codes of a header, case and all, in the order of a file without one. [DIE-18, DIE-19] */
const COLUMNS: readonly { readonly code: string; readonly cell: Cell }[] = [
  { code: 'CUST_NUM', cell: 'customerPartNumber' },
  { code: 'INV_NUM', cell: 'partNumber' },
  { code: 'UOM', cell: 'uom' },
  { code: 'QTY', cell: 'quantity' },
];

export const HEADER_CODES: readonly string[] = COLUMNS.map(({ code }) => code);
export const FIXED_ORDER: readonly Cell[] = COLUMNS.map(({ cell }) => cell);

export type FileFault = 'EMPTY' | 'NOT_CSV' | 'NO_HEADER' | 'UNKNOWN_CODE' | 'CODE_TWICE';

/** A file that cannot be read at all, and why. [DIE-21] */
export const refuseFile = (reason: FileFault, message: string, details: Readonly<Record<string, unknown>> = {}): DomainError => refuse('BAD_USER_INPUT', message, { reason, ...details });

/** What each column of the file holds, in any order. [DIE-18] */
export function readHeader(codes: readonly string[]): readonly Cell[] {
  if (!codes.includes('CUST_NUM') && !codes.includes('INV_NUM')) throw refuseFile('NO_HEADER', 'The first line names neither CUST_NUM nor INV_NUM.', { codes: HEADER_CODES });
  return codes.map((code, i) => {
    const column = COLUMNS.find((each) => each.code === code);
    if (!column) throw refuseFile('UNKNOWN_CODE', `${code === '' ? 'A column without a code' : code} is none of ${HEADER_CODES.join(', ')}.`, { code });
    if (codes.indexOf(code) < i) throw refuseFile('CODE_TWICE', `${code} stands in the first line twice.`, { code });
    return column.cell;
  });
}

/** The cells of a line as a row of the form. */
export const rowOf = (columns: readonly Cell[], cells: readonly string[]): EntryRow => Object.fromEntries(columns.map((cell, i) => [cell, cells[i] ?? null]));

/** An amount such as 1,000 without quotes is two cells: ordering one of it would be worse than asking. */
export const tooWide = (columns: readonly Cell[], cells: readonly string[]): EntryProblem | undefined =>
  cells.slice(columns.length).some((cell) => cell !== '') ? { code: 'BAD_USER_INPUT', message: `The line has more than ${columns.length} cells.` } : undefined;
