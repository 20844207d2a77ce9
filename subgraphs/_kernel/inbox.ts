import type { Bus } from '#kernel/bus.ts';
import type { Database, Tx } from '#kernel/database.ts';
import type { DomainEvent } from '#kernel/events.ts';
import type { Kysely } from '@mikro-orm/sqlite';
import type { KernelTables } from '#kernel/tables.ts';

export interface ConsumerDefinition<Tables> {
  /** Unique name, kept for ever: it is the key of what has been taken effect of. */
  readonly name: string;
  readonly aggregateType: string;
  /** One effect an event type (types that are not named are noted and passed over), or one for whatever happens. */
  readonly on: Effect<Tables> | { readonly [eventType: string]: Effect<Tables> };
}

type Effect<Tables> = (tx: Tx<Tables>, event: DomainEvent) => Promise<void>;

/**
 * Takes effect of each event once, in version order an aggregate: the note that it was seen is in the transaction of the
 * effect. An older version is dropped; a gap is filled from the producer's history first.
 */
export function startConsumer<Tables>(db: Database<Tables>, bus: Bus, definition: ConsumerDefinition<Tables>): void {
  async function takeEffect(event: DomainEvent): Promise<void> {
    await db.transact(async (tx) => {
      const last = await lastVersion(tx.kernel, event);
      if (event.aggregateVersion <= last) return;
      const { consumer, aggregateType, aggregateId } = key(event);
      await tx.kernel.insertInto('InboxMessage').values({ consumer, eventId: event.id, handledAt: new Date() }).execute();
      await tx.kernel
        .insertInto('InboxCursor')
        .values({ consumer, aggregateType, aggregateId, lastVersion: event.aggregateVersion })
        .onConflict((oc) => oc.columns(['consumer', 'aggregateType', 'aggregateId']).doUpdateSet({ lastVersion: event.aggregateVersion }))
        .execute();
      const { on } = definition;
      const accountId = db.suspensions.successorOf(event.accountId); // told before the account became another, taken effect of after
      await (typeof on === 'function' ? on : on[event.type])?.(tx, accountId === event.accountId ? event : { ...event, accountId });
    });
  }

  const key = (event: DomainEvent): { consumer: string; aggregateType: string; aggregateId: string } => ({
    consumer: definition.name,
    aggregateType: event.aggregateType,
    aggregateId: event.aggregateId,
  });

  async function lastVersion(sql: Kysely<KernelTables>, event: DomainEvent): Promise<number> {
    const { consumer, aggregateType, aggregateId } = key(event);
    const row = await sql
      .selectFrom('InboxCursor')
      .select('lastVersion')
      .where('consumer', '=', consumer)
      .where('aggregateType', '=', aggregateType)
      .where('aggregateId', '=', aggregateId)
      .executeTakeFirst();
    return row?.lastVersion ?? 0;
  }

  bus.consume([definition.aggregateType], async (event) => {
    const last = await lastVersion(db.kernel, event);
    if (event.aggregateVersion > last + 1) {
      const missing = await bus.history(event.aggregateType, event.aggregateId, last);
      for (const earlier of missing) if (earlier.aggregateVersion < event.aggregateVersion) await takeEffect(earlier);
    }
    await takeEffect(event);
  });
}
