import { isRefusal } from '#kernel/errors.ts';
import { isZero, readQuantity } from '#kernel/quantity.ts';

/** A row of the form, as somebody filled it in. */
export interface EntryRow {
  readonly customerPartNumber?: string | null;
  /** The merchant's own part number: the SKU. */
  readonly partNumber?: string | null;
  readonly uom?: string | null;
  readonly quantity?: string | null;
  /** Rows that are not ticked are left where they are. [DIE-07] */
  readonly selected?: boolean | null;
}

/** A row without blanks, with what is left out filled in. */
export interface ReadRow {
  readonly customerPartNumber: string | null;
  readonly partNumber: string | null;
  readonly uom: string | null;
  /** As it was written, where it is none. */
  readonly quantity: string;
  readonly problem: EntryProblem | null;
}

export interface EntryProblem {
  readonly code: string;
  readonly message: string;
}

const textOf = (cell: string | null | undefined): string | null => cell?.trim() || null;

/**
 * The row as it is meant; undefined when there is nothing in it. [DIE-15, DIE-17]
 * @param flaw what is wrong with it already
 */
export function readEntryRow(row: EntryRow, flaw?: EntryProblem): ReadRow | undefined {
  const entered = { customerPartNumber: textOf(row.customerPartNumber), partNumber: textOf(row.partNumber), uom: textOf(row.uom) };
  const written = textOf(row.quantity);
  if (written === null && Object.values(entered).every((cell) => cell === null)) return undefined;
  const { quantity, problem } = judgeQuantity(written ?? '1');
  const nameless = namesItem(row) ? null : { code: 'UNKNOWN_SKU', message: 'The row names no part number.' };
  return { ...entered, quantity, problem: flaw ?? nameless ?? problem };
}

export const namesItem = ({ customerPartNumber, partNumber }: EntryRow): boolean => textOf(customerPartNumber) !== null || textOf(partNumber) !== null;

/** Whether there is nothing to look up before it can be ordered. */
export const namesSku = (row: ReadRow): row is ReadRow & { readonly partNumber: string } => row.partNumber !== null && row.problem === null;

function judgeQuantity(text: string): Pick<ReadRow, 'quantity' | 'problem'> {
  try {
    const quantity = readQuantity(text);
    return { quantity, problem: isZero(quantity) ? { code: 'QUANTITY_INVALID', message: 'Add at least some of it.' } : null };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { quantity: text, problem: { code: error.code, message: error.message } };
  }
}

/** What the catalog says a row stands for. */
export interface EntryItem {
  readonly sku: string | null;
  readonly name: string | null;
  readonly primaryUom: string | null;
  readonly uoms: readonly string[];
  readonly problem: string | null;
  readonly message: string | null;
}

/** A row of the form, filled in: what was entered, what it stands for, and what is wrong with it. */
export interface FilledRow {
  /** Its place among the rows, from 0. */
  readonly row: number;
  /** The line of the file it comes from. */
  readonly line: number | null;
  readonly selected: boolean;
  readonly customerPartNumber: string | null;
  readonly partNumber: string | null;
  readonly uom: string | null;
  readonly quantity: string | null;
  readonly sku: string | null;
  readonly name: string | null;
  readonly primaryUom: string | null;
  readonly uoms: readonly string[];
  readonly problem: string | null;
  readonly message: string | null;
}

const NO_ITEM: EntryItem = { sku: null, name: null, primaryUom: null, uoms: [], problem: null, message: null };
const BLANK = { customerPartNumber: null, partNumber: null, uom: null, quantity: null };

/** @param item what the catalog says of it, if it was asked */
export function fillRow(place: Pick<FilledRow, 'row' | 'line' | 'selected'>, read: ReadRow | undefined, item: EntryItem = NO_ITEM): FilledRow {
  if (!read) return { ...place, ...BLANK, ...NO_ITEM };
  const own = item.problem === 'UNKNOWN_SKU' ? null : read.problem;
  const { problem, message } = own ? { problem: own.code, message: own.message } : item;
  return { ...read, ...item, ...place, uom: read.uom ?? item.primaryUom, problem, message };
}
