import type { QuoteStatus } from './quote-lifecycle.ts';

/** Whose turn it is in each status; nobody's when the negotiation is over or the other side may come when it likes. */
const TURN: { readonly [S in QuoteStatus]: 'buyer' | 'seller' | 'nobody' } = {
  CART_IN_PROGRESS: 'buyer',
  DRAFTING: 'buyer',
  QUOTE_REQUESTED: 'seller',
  ASSIGNED: 'seller',
  PUBLISHED: 'buyer',
  SUBMITTED: 'nobody',
  EDITING: 'buyer',
  EXPIRED: 'buyer',
  REJECTED: 'buyer',
  CANCELED: 'nobody',
};

export const isTurnOf = (side: 'buyer' | 'seller', status: QuoteStatus): boolean => TURN[status] === side;

export interface DeskRow {
  readonly id: string;
  readonly expiresAt?: Date | null;
  readonly totalMinor: bigint;
}

export const DESK_SORTS = ['NEWEST', 'EXPIRING', 'VALUE'] as const;
export type DeskSort = (typeof DESK_SORTS)[number];

export interface DeskOrder {
  readonly direction: 'asc' | 'desc';
  /** What a list is ordered by before the id, if by anything: text for the cursor, and back. */
  readonly by?: {
    readonly column: 'expiresAt' | 'totalMinor';
    textOf(row: DeskRow): string;
    valueOf(text: string): Date | bigint;
  };
}

/** Each order is that of an index, and goes one way in all its keys, so that a page is as quick to find at the end of a list as at its start. */
export const DESK_ORDERS: { readonly [S in DeskSort]: DeskOrder } = {
  NEWEST: { direction: 'desc' }, // ids grow with time
  EXPIRING: { direction: 'asc', by: { column: 'expiresAt', textOf: (row) => String(row.expiresAt?.getTime() ?? 0), valueOf: (text) => new Date(Number(text)) } },
  VALUE: { direction: 'desc', by: { column: 'totalMinor', textOf: (row) => String(row.totalMinor), valueOf: BigInt } },
};

export const keysOf = (order: DeskOrder, row: DeskRow): string[] => (order.by ? [order.by.textOf(row), row.id] : [row.id]);

/** Below zero when the first comes before the second. */
export function compareRows({ direction, by }: DeskOrder, a: DeskRow, b: DeskRow): number {
  const [x, y] = by ? [BigInt(by.textOf(a)), BigInt(by.textOf(b))] : [0n, 0n];
  const rising = x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  return direction === 'asc' ? rising : -rising;
}
