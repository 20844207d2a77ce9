import type { Kysely } from '@mikro-orm/sqlite';
import type { Clock } from '#kernel/clock.ts';
import type { KernelTables } from '#kernel/tables.ts';

/**
 * What time it is where the data is: one clock for all processes over one database, whatever their own show. What ends, ends by it.
 * A clock that is moved as a whole, as tests do, is moved there too.
 */
export async function databaseNow<Tables>(sql: Kysely<Tables>, clock: Clock): Promise<Date> {
  if (clock.everywhere) return clock.now();
  const { now } = await (sql as unknown as Kysely<KernelTables>).selectNoFrom((eb) => eb.fn<number>('unixepoch', [eb.val('subsec')]).as('now')).executeTakeFirstOrThrow();
  return new Date(Math.round(now * 1_000));
}
