import { refuse } from '#kernel/errors.ts';

const MAX_PAGE = 100;

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: Edge<Node>[];
  readonly nodes: Node[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The keys of the last row seen, opaque to clients. */
export const encodeCursor = (keys: readonly string[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** @param size how many keys the list is ordered by */
export function decodeCursor(cursor: string, size: number): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.length === size && keys.every((key) => typeof key === 'string')) return keys;
  } catch {
    // not ours: refused below
  }
  throw refuse('BAD_CURSOR', 'This cursor was not made by this list.', { after: cursor.slice(0, 100) });
}

/**
 * One page of a keyset-ordered list.
 * @param read fetches up to `limit` rows after the keys, in order
 * @param keysOf the keys of a row, in the list's order
 */
export async function readPage<Row>(
  page: PageRequest,
  keysOf: (row: Row) => readonly string[],
  keyCount: number,
  read: (limit: number, after: string[] | undefined) => Promise<Row[]>,
): Promise<Connection<Row>> {
  const first = page.first ?? 20;
  if (first < 1 || first > MAX_PAGE) throw refuse('BAD_USER_INPUT', `first must be between 1 and ${MAX_PAGE}.`, { first });
  const rows = await read(first + 1, page.after == null ? undefined : decodeCursor(page.after, keyCount));
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(keysOf(node)) }));
  return {
    edges,
    nodes: rows.slice(0, first),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
