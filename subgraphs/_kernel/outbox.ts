import type { Kysely } from '@mikro-orm/sqlite';
import type { DomainEvent, NewEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import { find, write } from '#kernel/statement.ts';
import type { KernelTables, OutboxMessage } from '#kernel/tables.ts';

type OutboxSql = Kysely<KernelTables>;

/** Adds the event to the transaction at hand; it leaves after the commit, or never. */
export async function appendToOutbox(sql: OutboxSql, event: NewEvent): Promise<OutboxMessage> {
  const message: OutboxMessage = {
    id: newId(),
    accountId: event.accountId,
    aggregateType: event.aggregateType,
    aggregateId: event.aggregateId,
    aggregateVersion: event.aggregateVersion,
    type: event.type,
    schemaVersion: 1,
    payload: asStored(event.payload ?? {}),
    actorId: event.actorId,
    destination: event.destination ?? null,
    createdAt: new Date(),
    publishedAt: null,
    parkedAt: null,
    attempts: 0,
  };
  await write(sql, insertMessage, message);
  return message;
}

/** What is delivered from memory is what would be read from the row. */
const asStored = <T>(payload: T): T => JSON.parse(JSON.stringify(payload)) as T;

const insertMessage = (sql: OutboxSql, message: OutboxMessage) => sql.insertInto('OutboxMessage').values(message);

/**
 * Events still to be delivered, oldest first. Chosen by state: each pass begins at the oldest, so a late commit is not skipped.
 * @param after goes on within one pass
 */
export function waitingEvents(sql: OutboxSql, limit: number, after: string = ''): Promise<OutboxMessage[]> {
  return find(sql, selectWaiting, { limit, after });
}

const selectWaiting = (sql: OutboxSql, { limit, after }: { limit: number; after: string }) =>
  sql.selectFrom('OutboxMessage').selectAll().where('publishedAt', 'is', null).where('parkedAt', 'is', null).where('id', '>', after).orderBy('id').limit(limit);

export async function markPublished(sql: OutboxSql, ids: readonly string[]): Promise<void> {
  await write(sql, updatePublished, { ids, publishedAt: new Date() });
}

const updatePublished = (sql: OutboxSql, { ids, publishedAt }: { ids: readonly string[]; publishedAt: Date }) =>
  sql.updateTable('OutboxMessage').set({ publishedAt }).where('id', 'in', ids);

/** Every kept change of one aggregate after a version, in order. */
export async function eventsAfter(sql: OutboxSql, aggregateType: string, aggregateId: string, afterVersion: number): Promise<DomainEvent[]> {
  return sql
    .selectFrom('OutboxMessage')
    .selectAll()
    .where('aggregateType', '=', aggregateType)
    .where('aggregateId', '=', aggregateId)
    .where('aggregateVersion', '>', afterVersion)
    .orderBy('aggregateVersion')
    .execute();
}

/** Delivered events are kept for replay, then forgotten. */
export async function forgetPublished(sql: OutboxSql, before: Date): Promise<void> {
  await sql.deleteFrom('OutboxMessage').where('publishedAt', '<', before).execute();
}
