import { cutTo, type TrackerColumn } from './tracker-views.ts';

/** A value as a view shows it. */
export interface TrackerCell {
  readonly column: string;
  readonly label: string;
  /** Cut to the length of the column. */
  readonly value: string;
}

type Values = { readonly [column: string]: string | null | undefined };

/** The displayed columns with their values, in order; what has no value is empty. */
export const cellsOf = (columns: readonly TrackerColumn[], values: Values): TrackerCell[] =>
  columns.filter(({ display }) => display).map((column) => ({ column: column.name, label: column.label, value: cutTo(column, values[column.name] ?? '') }));
