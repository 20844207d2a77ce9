import { isRefusal, refuse, type ErrorCode } from '#kernel/errors.ts';

/** What becomes of a load with a bad row in it. */
export const ON_ERROR = ['REJECT_ALL', 'REJECT_ROWS', 'REPORT'] as const;
export type OnError = (typeof ON_ERROR)[number];

export interface LoadPolicy {
  readonly onError: OnError;
  /** Checks and reports, and writes nothing. */
  readonly dryRun: boolean;
}

export interface LoadResult {
  readonly row: number;
  readonly externalId: string;
  /** OK, or why the row was refused. */
  readonly code: ErrorCode | 'OK';
  readonly message: string | null;
}

export interface LoadReport {
  readonly dryRun: boolean;
  /** Rows that are written, or would be. */
  readonly accepted: number;
  readonly refused: number;
  /** Whether anything was written. */
  readonly written: boolean;
  readonly results: readonly LoadResult[];
}

export interface JudgedRow<Value> {
  readonly row: number;
  readonly value: Value;
}

export interface JudgedRows<Value> {
  readonly good: readonly JudgedRow<Value>[];
  readonly bad: readonly LoadResult[];
}

const MOST = 1_000;

/** One load is one statement and one transaction, so it has a size. */
export function refuseBadLoadSize(rows: readonly unknown[]): void {
  if (rows.length === 0 || rows.length > MOST) throw refuse('BAD_USER_INPUT', `A load has 1 to ${MOST} rows.`, { rows: rows.length });
}

/** Looks at every row by itself. @param complete answers with the row as it is written, or refuses it */
export function judgeRows<Record, Value>(records: readonly Record[], idOf: (record: Record) => string, complete: (record: Record) => Value): JudgedRows<Value> {
  const good: JudgedRow<Value>[] = [];
  const bad: LoadResult[] = [];
  records.forEach((record, row) => {
    try {
      good.push({ row, value: complete(record) });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      bad.push({ row, externalId: idOf(record), code: error.code, message: error.message });
    }
  });
  return { good, bad };
}

/** The rows to write now: none when the policy says so. */
export function rowsToWrite<Value>({ good, bad }: JudgedRows<Value>, { onError, dryRun }: LoadPolicy): readonly Value[] {
  return dryRun || (onError === 'REJECT_ALL' && bad.length > 0) ? [] : good.map(({ value }) => value);
}

/** What the one who loads is told. REPORT speaks of every row, the others of the bad ones. */
export function reportOn<Value>(judged: JudgedRows<Value>, { onError, dryRun }: LoadPolicy, idOf: (value: Value) => string): LoadReport {
  const { good, bad } = judged;
  const accepted = onError === 'REJECT_ALL' && bad.length > 0 ? 0 : good.length;
  const fine = onError === 'REPORT' ? good.map(({ row, value }): LoadResult => ({ row, externalId: idOf(value), code: 'OK', message: null })) : [];
  const results = [...bad, ...fine].sort((a, b) => a.row - b.row);
  return { dryRun, accepted, refused: good.length + bad.length - accepted, written: !dryRun && accepted > 0, results };
}

/** Every row, or a refusal that names the first bad one. */
export function allOrRefuse<Value>({ good, bad }: JudgedRows<Value>, idName: string): Value[] {
  const [first] = bad;
  if (first) throw refuse('BAD_USER_INPUT', `Row ${first.row}: ${first.message}`, { row: first.row, [idName]: first.externalId });
  return good.map(({ value }) => value);
}
