/** One row of a file as it shall be loaded, or why it cannot be. */
export type Row<Value> = { readonly row: number; readonly value: Value } | RowError;

export interface RowError {
  readonly row: number;
  readonly code: string;
  readonly message: string;
}

export const isRowError = (row: object): row is RowError => 'code' in row;
