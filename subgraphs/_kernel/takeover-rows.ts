import type { Tx } from '#kernel/database.ts';
import { anyTable, mapped, type AnyTables, type Takeover, type TakeoverPart, type Held, type Slice, type SliceFacts } from '#kernel/takeover.ts';
import type { Kysely } from '@mikro-orm/sqlite';

/** A row as its columns are named in the entity. */
export type Row = Readonly<Record<string, unknown>>;

interface Rows<Tables> extends Held {
  readonly name: string;
  /** The columns of the primary key. */
  readonly key: readonly string[];
  /** The columns of which no two rows may have the same; those of the key when left out. */
  readonly unique?: readonly string[];
  /** What else becomes of a row that moves. */
  readonly change?: (row: Row, takeover: Takeover) => Row;
  /** What becomes of the receiving side's row when the giving one's is dropped beside it. */
  readonly join?: (theirs: Row, dropped: Row) => Row;
  /** What follows from it, once for each slice that did anything. */
  readonly after?: (tx: Tx<Tables>, rows: readonly Row[], takeover: Takeover, facts: SliceFacts) => Promise<void>;
}

/** Rows that are no aggregates: they name another account and other people, unless the receiving side has the like already. */
export function rowsPart<Tables>({ name, key, unique = key, change, join, after, ...held }: Rows<Tables>): TakeoverPart<Tables> {
  return {
    name,
    ...held,
    async slice(tx, takeover, facts): Promise<Slice> {
      const sql = anyTable(tx.sql);
      const rows = await findGiven(sql, held, takeover, facts.limit);
      let dropped = 0;
      for (const row of rows) {
        const changes = { ...renamed(row, held, takeover), ...change?.(row, takeover) };
        const same = await findBy(sql, held.table, unique, { ...row, ...changes });
        if (same && !isSame(same, row, key)) {
          dropped++;
          const joined = join?.(same, row);
          if (joined) await updateBy(sql, held.table, key, same, joined);
          await deleteBy(sql, held.table, key, row);
        } else await updateBy(sql, held.table, key, row, changes);
      }
      if (rows.length > 0) await after?.(tx, rows, takeover, facts);
      return { moved: rows.length - dropped, dropped, done: rows.length < facts.limit };
    },
  };
}

/** What belongs to an aggregate and has the account in its rows too. */
export interface Child {
  readonly table: string;
  /** The column with the id of the aggregate. */
  readonly root: string;
  readonly users?: readonly string[];
}

interface Roots<Tables, Root> extends Held {
  readonly name: string;
  readonly children: readonly Child[];
  /** More of them that are concerned, beside those that name the giving side. */
  readonly also?: (tx: Tx<Tables>, takeover: Takeover, limit: number) => Promise<Root[]>;
  /** Writes the next version, with its event: whose it is now, and what else follows. */
  readonly write: (tx: Tx<Tables>, root: Root, whose: Partial<Root>, takeover: Takeover, facts: SliceFacts) => Promise<void>;
}

/** Aggregates: each has one more version, and its event is the receiving account's. */
export function rootsPart<Tables, Root extends { readonly id: string }>({ name, children, also, write, ...held }: Roots<Tables, Root>): TakeoverPart<Tables> {
  return {
    name,
    ...held,
    children: children.map(({ table, users }) => ({ table, account: 'accountId', users })),
    async slice(tx, takeover, facts): Promise<Slice> {
      const sql = anyTable(tx.sql);
      const found = (await findGiven(sql, held, takeover, facts.limit)) as unknown as Root[];
      const ids = found.map(({ id }) => id);
      const more = found.length < facts.limit ? ((await also?.(tx, takeover, facts.limit)) ?? []).filter(({ id }) => !ids.includes(id)) : [];
      if (ids.length > 0) for (const child of children) await moveChildren(sql, child, ids, takeover);
      for (const root of found) await write(tx, root, renamed(root as unknown as Row, held, takeover) as Partial<Root>, takeover, facts);
      for (const root of more) await write(tx, root, {}, takeover, facts);
      return { moved: found.length + more.length, dropped: 0, done: found.length + more.length < facts.limit };
    },
  };
}

async function moveChildren(sql: Kysely<AnyTables>, { table, root, users = [] }: Child, ids: readonly string[], takeover: Takeover): Promise<void> {
  const move = async (column: string, from: string, to: string): Promise<void> => void (await sql.updateTable(table).set({ [column]: to }).where(root, 'in', ids).where(column, '=', from).execute());
  for (const { from, to } of takeover.accounts) await move('accountId', from, to);
  for (const column of users) for (const { from, to } of takeover.users) await move(column, from, to);
}

/** Rows that name the giving side. */
async function findGiven(sql: Kysely<AnyTables>, { table, account, users = [] }: Held, takeover: Takeover, limit: number): Promise<Row[]> {
  const [accountIds, userIds] = [takeover.accounts.map(({ from }) => from), takeover.users.map(({ from }) => from)];
  const columns = [...(account !== undefined && accountIds.length > 0 ? [[account, accountIds] as const] : []), ...(userIds.length > 0 ? users.map((column) => [column, userIds] as const) : [])];
  if (columns.length === 0) return [];
  return sql.selectFrom(table).selectAll().where((eb) => eb.or(columns.map(([column, ids]) => eb(column, 'in', ids)))).limit(limit).execute();
}

/** Its columns that name the giving side, as they shall be. */
function renamed(row: Row, { account, users = [] }: Held, takeover: Takeover): Row {
  const columns = [...(account === undefined ? [] : [account]), ...users];
  const changes = columns.map((column) => [column, typeof row[column] === 'string' ? mapped(takeover, row[column]) : row[column]] as const);
  return Object.fromEntries(changes.filter(([column, value]) => value !== row[column]));
}

const isSame = (one: Row, other: Row, key: readonly string[]): boolean => key.every((column) => String(one[column]) === String(other[column]));

const findBy = (sql: Kysely<AnyTables>, table: string, columns: readonly string[], values: Row): Promise<Row | undefined> =>
  sql.selectFrom(table).selectAll().where((eb) => eb.and(columns.map((column) => eb(column, '=', values[column])))).executeTakeFirst();

async function updateBy(sql: Kysely<AnyTables>, table: string, key: readonly string[], row: Row, changes: Row): Promise<void> {
  await sql.updateTable(table).set(changes).where((eb) => eb.and(key.map((column) => eb(column, '=', row[column])))).execute();
}

async function deleteBy(sql: Kysely<AnyTables>, table: string, key: readonly string[], row: Row): Promise<void> {
  await sql.deleteFrom(table).where((eb) => eb.and(key.map((column) => eb(column, '=', row[column])))).execute();
}
