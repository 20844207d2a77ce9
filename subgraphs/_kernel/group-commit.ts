import type { Kysely } from '@mikro-orm/sqlite';
import type { Database } from 'better-sqlite3';
import { endDirectly, runDirectly } from '#kernel/direct.ts';

/** One transaction among those that commit together. */
interface Member<Tables> {
  readonly work: (trx: Kysely<Tables>) => Promise<unknown>;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Beyond this the first one would wait too long for the last. */
const MAX_MEMBERS = 32;
/** How often somebody who is always alone waits for company all the same. */
const PROBE_EVERY = 16;
/** Over how many commits company is averaged, and how much of it is worth one turn of the loop. */
const REMEMBERED = 8;
const ENOUGH_COMPANY = 0.1;

/**
 * Transactions of one connection that come in the same moment commit together: one sync of the disk acknowledges all of them,
 * and none is acknowledged before. Each has a savepoint of its own: what fails takes nobody along, except a commit that fails.
 * @param beforeCommit runs last in every transaction; what it returns is called once that has committed
 */
export function groupCommits<Tables>(sql: Kysely<Tables>, database: Database, beforeCommit: (trx: Kysely<Tables>) => Promise<(() => void) | undefined>): <T>(work: (trx: Kysely<Tables>) => Promise<T>) => Promise<T> {
  const waiting: Member<Tables>[] = [];
  let leading = false;
  /** How many others there were lately. */
  let company = 0;
  let groups = 0;

  async function lead(): Promise<void> {
    leading = true;
    while (waiting.length > 0) await commitTogether();
    leading = false;
  }

  async function commitTogether(): Promise<void> {
    const members: Member<Tables>[] = [];
    const settle: (() => void)[] = [];
    const hopes = company > ENOUGH_COMPANY || ++groups % PROBE_EVERY === 0;
    let lingers = hopes;
    try {
      const committed = await sql.transaction().execute(async (trx) => {
        runDirectly(trx, { database, writes: true });
        while (members.length < MAX_MEMBERS) {
          if (waiting.length === 0 && lingers) {
            lingers = false;
            await oneTurnOfTheLoop();
          }
          const member = waiting.shift();
          if (!member) break;
          members.push(member);
          settle.push(members.length === 1 ? await runFirst(trx, member) : await runJoined(trx, member));
        }
        const committed = await beforeCommit(trx);
        endDirectly(trx);
        return committed;
      });
      committed?.();
      for (const tell of settle) tell();
    } catch (error) {
      for (const { reject } of members) reject(error);
    }
    if (hopes) company += (members.length - 1 - company) / REMEMBERED;
  }

  /** The first needs no savepoint: when it fails the transaction does, and nobody else is in it yet. */
  async function runFirst(trx: Kysely<Tables>, { work, resolve }: Member<Tables>): Promise<() => void> {
    const answer = await work(trx);
    return () => resolve(answer as never);
  }

  async function runJoined(trx: Kysely<Tables>, { work, resolve, reject }: Member<Tables>): Promise<() => void> {
    database.prepare('savepoint member').run();
    try {
      const answer = await work(trx);
      database.prepare('release member').run();
      return () => resolve(answer as never);
    } catch (error) {
      database.prepare('rollback to member').run(); // fails where the database has given up the whole transaction: then all fail
      database.prepare('release member').run();
      return () => reject(error); // told after the commit: whoever tries again then reads what the others wrote
    }
  }

  return <T>(work: (trx: Kysely<Tables>) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (!leading) void lead();
    });
}

const oneTurnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
