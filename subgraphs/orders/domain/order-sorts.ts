export const ORDER_SORTS = ['NEWEST', 'OLDEST', 'VALUE'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

interface SortedRow {
  readonly id: string;
  readonly placedAt: Date;
  readonly totalMinor: bigint;
}

export interface SortedBy {
  readonly direction: 'asc' | 'desc';
  readonly column: 'placedAt' | 'totalMinor';
  /** Text for the cursor, and back. */
  textOf(row: SortedRow): string;
  valueOf(text: string): Date | bigint;
}

const PLACED = { column: 'placedAt', textOf: (row: SortedRow) => String(row.placedAt.getTime()), valueOf: (text: string) => new Date(Number(text)) } as const;

/** Each is the order of indexes, and goes one way in both its keys. */
export const SORTED_BY: { readonly [S in OrderSort]: SortedBy } = {
  NEWEST: { ...PLACED, direction: 'desc' },
  OLDEST: { ...PLACED, direction: 'asc' },
  VALUE: { direction: 'desc', column: 'totalMinor', textOf: (row) => String(row.totalMinor), valueOf: BigInt },
};

export const keysOf = (sorted: SortedBy, row: SortedRow): string[] => [sorted.textOf(row), row.id];

/** Below zero when the first comes before the second. */
export function compareRows({ direction, textOf }: SortedBy, a: SortedRow, b: SortedRow): number {
  const [x, y] = [BigInt(textOf(a)), BigInt(textOf(b))];
  const rising = x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  return direction === 'asc' ? rising : -rising;
}
