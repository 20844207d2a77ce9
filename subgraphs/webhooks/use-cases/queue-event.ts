import type { DomainEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import { find } from '#kernel/statement.ts';
import type { WebhooksContext, WebhooksTx } from '../context.ts';
import { typeOf, wants } from '../domain/event-types.ts';
import { messageOf } from '../domain/message.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';

/**
 * Writes the message of an event for each endpoint that wants to hear of it. The same outbox feeds this and the
 * subscriptions, so they cannot disagree. Called twice with an event it has written it once: its id is in the key.
 */
export async function queueEvent(context: WebhooksContext, event: DomainEvent): Promise<void> {
  const eventType = typeOf(event);
  const hears = ({ eventTypes }: Pick<WebhookEndpoint, 'eventTypes'>): boolean => wants(eventTypes, eventType);
  const known = await find(context.db.sql, selectFilters, {});
  if (!known.some(hears)) return; // no transaction for what nobody wants to hear of
  const now = context.clock.now();
  await context.db.transact(async (tx) => {
    const endpoints = await tx.sql.selectFrom('WebhookEndpoint').selectAll().execute();
    for (const endpoint of endpoints) if (hears(endpoint)) await queueFor(tx, endpoint, event, eventType, now);
  });
  context.sending.nudge();
}

const selectFilters = (sql: WebhooksContext['db']['sql']) => sql.selectFrom('WebhookEndpoint').select('eventTypes');

async function queueFor({ sql }: WebhooksTx, { id: endpointId, accountId, lastSequence }: WebhookEndpoint, event: DomainEvent, eventType: string, now: Date): Promise<void> {
  const there = await sql.selectFrom('WebhookDelivery').select('id').where('endpointId', '=', endpointId).where('eventId', '=', event.id).executeTakeFirst();
  if (there) return;
  const sequence = lastSequence + 1;
  await sql
    .insertInto('WebhookDelivery')
    .values({
      id: newId(),
      accountId,
      endpointId,
      eventId: event.id,
      eventType,
      aggregateType: event.aggregateType,
      aggregateId: event.aggregateId,
      aggregateVersion: event.aggregateVersion,
      sequence,
      body: messageOf(event, sequence),
      status: 'PENDING',
      attempts: 0,
      nextAt: now,
      createdAt: now,
      settledAt: null,
    })
    .execute();
  await sql.updateTable('WebhookEndpoint').set({ lastSequence: sequence }).where('id', '=', endpointId).execute();
}
