import type { Kysely } from '@mikro-orm/sqlite';
import type { Database, Tx } from '#kernel/database.ts';
import type { Succession } from '#kernel/suspensions.ts';

/*
 * All that is of some accounts and people becomes that of others. Each subgraph says of its own tables what that means
 * (TakeoverDefinition); who asks for it, and why, the kernel does not know. Every step may be repeated.
 */

/** A user whose place another takes, with the address by which others may know that one. */
export interface UserSuccession extends Succession {
  readonly email: string | null;
}

export interface Takeover {
  /** The cause: steps of the same one add up. */
  readonly id: string;
  readonly accounts: readonly Succession[];
  readonly users: readonly UserSuccession[];
  /** All users on the giving side; those without a successor stay who they are. */
  readonly people: readonly string[];
  /** Who wants it so. */
  readonly actorId: string;
}

export interface Slice {
  readonly moved: number;
  /** Given up, because the receiving side has its own. */
  readonly dropped: number;
  /** Whether nothing is left of it. */
  readonly done: boolean;
}

/** Where rows say whose they are. */
export interface Held {
  readonly table: string;
  readonly account?: string;
  readonly users?: readonly string[];
}

/** One kind of thing that is handed over. */
export interface TakeoverPart<Tables> extends Held {
  /** What people call it. */
  readonly name: string;
  /** What goes along with it. */
  readonly children?: readonly Held[];
  /** Hands over some of it, in the transaction at hand. What is handed over is not found again. */
  slice(tx: Tx<Tables>, takeover: Takeover, facts: SliceFacts): Promise<Slice>;
}

export interface SliceFacts {
  readonly limit: number;
  readonly now: Date;
}

/** Why something cannot be handed over now. */
export interface Obstacle {
  readonly code: string;
  readonly message: string;
}

export interface TakeoverDefinition<Tables> {
  readonly parts: readonly TakeoverPart<Tables>[];
  /** What stands in the way now; asked in the transaction that suspends. */
  readonly obstacles?: (tx: Tx<Tables>, takeover: Takeover, now: Date) => Promise<Obstacle[]>;
}

export interface Tally {
  readonly part: string;
  readonly moved: number;
  readonly dropped: number;
}

/** How many rows of a part either side has. */
export interface Holding {
  readonly part: string;
  readonly giving: number;
  readonly receiving: number;
}

const LIMIT = 50;

/** Suspends the giving side, unless something stands in the way: the look and the suspension are one transaction. */
export async function suspendForTakeover<Tables>(db: Database<Tables>, definition: TakeoverDefinition<Tables>, takeover: Takeover, now: Date): Promise<Obstacle[]> {
  return guarded(db, async (tx) => {
    const obstacles = (await definition.obstacles?.(tx, takeover, now)) ?? [];
    if (obstacles.length === 0) await db.suspensions.suspend(tx, takeover.id, suspendedBy(takeover));
    return obstacles;
  });
}

/** The giving side goes on as if nothing had been. */
export const liftTakeover = <Tables>(db: Database<Tables>, takeoverId: string): Promise<void> => guarded(db, (tx) => db.suspensions.lift(tx, takeoverId));

/**
 * Hands over a slice: of the first part that has something left. From the first slice on nobody is answered as somebody whose
 * place was taken; after the last one the others go on. @returns whether nothing is left
 */
export async function takeoverSlice<Tables>(db: Database<Tables>, { parts }: TakeoverDefinition<Tables>, takeover: Takeover, now: Date): Promise<boolean> {
  return guarded(db, async (tx) => {
    await db.suspensions.replace(tx, takeover.id, successionsOf(takeover));
    for (const part of parts) {
      const slice = await part.slice(tx, takeover, { limit: LIMIT, now });
      await tally(tx, takeover.id, part.name, slice);
      if (!slice.done) return false;
    }
    await db.suspensions.lift(tx, takeover.id);
    return true;
  });
}

export async function readTallies<Tables>({ kernel }: Pick<Tx<Tables>, 'kernel'>, takeoverId: string): Promise<Tally[]> {
  return kernel.selectFrom('TakeoverTally').select(['part', 'moved', 'dropped']).where('causeId', '=', takeoverId).orderBy('part').execute();
}

class Rehearsed extends Error {}

/** What would be moved and dropped, found out by doing it in a transaction that is not kept; and what stands in the way. */
export async function rehearseTakeover<Tables>(db: Database<Tables>, definition: TakeoverDefinition<Tables>, takeover: Takeover, now: Date): Promise<{ obstacles: Obstacle[]; tallies: Tally[] }> {
  let obstacles: Obstacle[] = [];
  const tallies: Tally[] = [];
  const rehearsal = db.transact(async (tx) => {
    obstacles = (await definition.obstacles?.(tx, takeover, now)) ?? [];
    tallies.length = 0;
    for (const { name, slice } of definition.parts) {
      let [moved, dropped, done] = [0, 0, false];
      while (!done) {
        const some = await slice(tx, takeover, { limit: LIMIT, now });
        [moved, dropped, done] = [moved + some.moved, dropped + some.dropped, some.done];
      }
      if (moved + dropped > 0) tallies.push({ part: name, moved, dropped });
    }
    throw new Rehearsed();
  });
  await rehearsal.catch((error: unknown) => {
    if (!(error instanceof Rehearsed)) throw error;
  });
  return { obstacles, tallies };
}

/** What either side has of each part that anybody of them has anything of. */
export async function countHoldings<Tables>({ kernel }: Pick<Tx<Tables>, 'kernel'>, { parts }: TakeoverDefinition<Tables>, { accounts, users, people }: Takeover): Promise<Holding[]> {
  const to = <S extends Succession>(successions: readonly S[]): string[] => [...new Set(successions.map((each) => each.to))];
  const staying = people.filter((id) => !users.some(({ from }) => from === id));
  const holdings: Holding[] = [];
  for (const part of parts) {
    const giving = await count(kernel, part, accounts.map(({ from }) => from), accounts.length > 0 ? users.map(({ from }) => from) : people);
    const receiving = await count(kernel, part, to(accounts), accounts.length > 0 ? to(users) : to(users).concat(users.length > 0 ? [] : staying));
    if (giving + receiving > 0) holdings.push({ part: part.name, giving, receiving });
  }
  return holdings;
}

export const successionsOf = ({ accounts, users }: Takeover): Succession[] => [...accounts, ...users];
const suspendedBy = ({ accounts, users, people }: Takeover): string[] => [...new Set([...accounts, ...users].map(({ from }) => from).concat(people))];

/** Whoever an id is after it. */
export function mapped({ accounts, users }: Takeover, id: string): string {
  return [...accounts, ...users].find(({ from }) => from === id)?.to ?? id;
}

/** The same within what a column keeps as JSON. */
export function mappedWithin<T>(takeover: Takeover, value: T): T {
  if (typeof value === 'string') return mapped(takeover, value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => mappedWithin(takeover, each)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mappedWithin(takeover, each)])) as T;
}

/** Tables by name, for what is the same with all of them. */
export type AnyTables = Record<string, Record<string, unknown>>;
export const anyTable = <Tables>(sql: Kysely<Tables>): Kysely<AnyTables> => sql as unknown as Kysely<AnyTables>;

async function count<Tables>(sql: Kysely<Tables>, { table, account, users = [] }: Held, accountIds: readonly string[], userIds: readonly string[]): Promise<number> {
  const columns = [...(account !== undefined && accountIds.length > 0 ? [[account, accountIds] as const] : []), ...(userIds.length > 0 ? users.map((column) => [column, userIds] as const) : [])];
  if (columns.length === 0) return 0;
  const { found } = await anyTable(sql).selectFrom(table).select((eb) => eb.fn.countAll<number>().as('found')).where((eb) => eb.or(columns.map(([column, ids]) => eb(column, 'in', ids)))).executeTakeFirstOrThrow();
  return Number(found);
}

async function tally({ kernel }: Pick<Tx<object>, 'kernel'>, causeId: string, part: string, { moved, dropped }: Slice): Promise<void> {
  if (moved + dropped === 0) return;
  await kernel
    .insertInto('TakeoverTally')
    .values({ causeId, part, moved, dropped })
    .onConflict((oc) => oc.columns(['causeId', 'part']).doUpdateSet((eb) => ({ moved: eb('TakeoverTally.moved', '+', moved), dropped: eb('TakeoverTally.dropped', '+', dropped) })))
    .execute();
}

/** What memory knows of suspensions follows the rows, also when they were not written after all. */
async function guarded<Tables, T>(db: Database<Tables>, work: (tx: Tx<Tables>) => Promise<T>): Promise<T> {
  try {
    return await db.transact(work);
  } catch (error) {
    await db.suspensions.reload();
    throw error;
  }
}
