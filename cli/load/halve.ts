import { Refused } from '../product/ask.ts';
import type { RowError } from './row.ts';

export interface Loadable<Value> {
  readonly row: number;
  readonly value: Value;
}

/** Refusals of the caller, not of a row: no other row would fare better. */
const OF_THE_CALLER = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'INTERNAL']);

/** Loads rows where one bad row refuses all: halves until the bad ones stand alone. @returns the rows that were refused */
export async function loadHalving<Value>(rows: readonly Loadable<Value>[], load: (values: Value[]) => Promise<unknown>): Promise<RowError[]> {
  const [first] = rows;
  if (!first) return [];
  try {
    await load(rows.map(({ value }) => value));
    return [];
  } catch (error) {
    if (!(error instanceof Refused) || OF_THE_CALLER.has(error.code)) throw error;
    if (rows.length === 1) return [{ row: first.row, code: error.code, message: error.message }];
    const middle = Math.ceil(rows.length / 2);
    return [...(await loadHalving(rows.slice(0, middle), load)), ...(await loadHalving(rows.slice(middle), load))];
  }
}
