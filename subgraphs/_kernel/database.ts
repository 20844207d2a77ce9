import type { EntitySchema, MikroORM as CoreORM } from '@mikro-orm/core';
import { MikroORM as SqliteORM, type Kysely, type SqliteConnection } from '@mikro-orm/sqlite';
import Sqlite from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { runDirectly } from '#kernel/direct.ts';
import type { NewEvent } from '#kernel/events.ts';
import { entityNames } from '#kernel/entity-names.ts';
import { groupCommits } from '#kernel/group-commit.ts';
import { bindFlags } from '#kernel/flag-type.ts';
import { keepStatements } from '#kernel/keep-statements.ts';
import { migrate, type Migration } from '#kernel/migrations.ts';
import { createSuspensions, type Suspensions } from '#kernel/suspensions.ts';
import { KERNEL_ENTITIES, type KernelTables, type OutboxMessage } from '#kernel/tables.ts';
import { appendToOutbox } from '#kernel/outbox.ts';
import { isRefusal, refuse } from '#kernel/errors.ts';

/** One transaction. `sql` writes in entity and property names; `announce` adds the event that leaves with the commit. */
export interface Tx<Tables> {
  readonly sql: Kysely<Tables>;
  readonly kernel: Kysely<KernelTables>;
  announce(event: NewEvent): Promise<void>;
}

export interface Database<Tables> {
  /** Reads outside a transaction. */
  readonly sql: Kysely<Tables>;
  readonly kernel: Kysely<KernelTables>;
  /** Runs a use case in one transaction; tried again when the database says two of them collided. */
  transact<T>(work: (tx: Tx<Tables>) => Promise<T>): Promise<T>;
  /** Told after each commit what it announced. */
  onAnnounce(listener: (announced: readonly OutboxMessage[]) => void): void;
  /** Lets bookkeeping ride along with the next announcing commit instead of paying for one of its own. One rider a database. */
  rideAlong(rider: Rider): void;
  /** On whose behalf nothing is written now. */
  readonly suspensions: Suspensions;
  readonly orm: CoreORM;
  close(): Promise<void>;
}

/** Writes with the transaction at hand; what it returns is called once that has committed. */
export type Rider = (sql: Kysely<KernelTables>) => Promise<(() => void) | undefined>;

export interface DatabaseOptions {
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly Migration[];
  /** Path of the SQLite file; ":memory:" for tests that need no restart. */
  readonly file: string;
}

const MAX_TRIES = 5;

export async function openDatabase<Tables>(options: DatabaseOptions): Promise<Database<Tables>> {
  if (options.file !== ':memory:') mkdirSync(dirname(options.file), { recursive: true });
  const orm = await SqliteORM.init({
    dbName: options.file,
    entities: [...options.entities, ...KERNEL_ENTITIES],
    discovery: { afterDiscovered: bindFlags },
  });
  await setPragmas(orm);
  await migrate(orm, options.migrations);
  const writer = await (orm.em.getConnection() as SqliteConnection).getNativeClient();
  keepStatements(writer);
  const reader = options.file === ':memory:' ? undefined : new Sqlite(options.file, { readonly: true });
  if (reader) keepStatements(reader);
  return databaseOver(orm, writer, reader);
}

/** Reads have a connection of their own: it sees what is committed, and waits for nobody. A database in memory has but one. */
function databaseOver<Tables>(orm: SqliteORM, writer: Sqlite.Database, reader: Sqlite.Database | undefined): Database<Tables> {
  const listeners: ((announced: readonly OutboxMessage[]) => void)[] = [];
  const root = orm.em.fork();
  /** The query builder over the same schema definition. */
  const kernel = root.getKysely().withPlugin(entityNames(root)) as unknown as Kysely<KernelTables>;
  /** The cast says which tables the caller owns. */
  const sql = kernel as unknown as Kysely<Tables>;
  if (reader) runDirectly(kernel, { database: reader, writes: false });
  const suspensions = createSuspensions(kernel);
  let rider: Rider | undefined;

  let announcing = false;
  const inGroup = groupCommits(kernel, writer, async (trx) => {
    const rides = announcing;
    announcing = false;
    return rides ? rider?.(trx) : undefined;
  });

  async function once<T>(work: (tx: Tx<Tables>) => Promise<T>): Promise<T> {
    const announced: OutboxMessage[] = [];
    const result = await inGroup(async (trx) => {
      const announce = async (event: NewEvent): Promise<void> => {
        announcing = true;
        announced.push(await appendToOutbox(trx, event));
      };
      return work({ sql: trx as unknown as Kysely<Tables>, kernel: trx, announce });
    });
    if (announced.length > 0) for (const listener of listeners) listener(announced);
    return result;
  }

  return {
    orm,
    sql,
    kernel,
    suspensions,
    onAnnounce: (listener) => void listeners.push(listener),
    rideAlong: (next) => void (rider = next),
    async close() {
      reader?.close();
      await orm.close(true);
    },
    async transact(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work);
        } catch (error) {
          if (!isCollision(error)) throw error;
          if (attempt === MAX_TRIES) throw refuse('CONFLICT', 'Others kept changing the same thing. Try again.');
        }
      }
    },
  };
}

/** WAL and FULL: readers never wait for a writer, and an acknowledged commit survives a power cut. */
async function setPragmas(orm: SqliteORM): Promise<void> {
  const connection = orm.em.getConnection();
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000', 'foreign_keys = ON']) {
    await connection.execute(`pragma ${pragma}`);
  }
}

/** Locks that could not be had, and serialisation failures and deadlocks as PostgreSQL calls them. */
const COLLISION_CODES = /^(SQLITE_BUSY.*|40001|40P01)$/;
/** Keys of which a violation is a lost race: both databases name them in their own way. */
const RACED_KEYS = /unique constraint (failed: |")(outbox_message[._]aggregate_type|inbox_|idempotency_key)/i;

/** What is worth trying again. A refusal never is, whatever its sentence says. */
function isCollision(error: unknown): boolean {
  if (!(error instanceof Error) || isRefusal(error)) return false;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && COLLISION_CODES.test(code)) || RACED_KEYS.test(error.message) || error.message.includes('database is locked');
}
