import { newId } from '#kernel/ids.ts';
import { runAgain } from '#kernel/run-again.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { WebhooksConfig } from '../config.ts';
import { afterAttempt, outcomeOf } from '../domain/delivery-lifecycle.ts';
import { healthAfter, isUnwell } from '../domain/endpoint-lifecycle.ts';
import type { WebhooksTables } from '../entities/tables.ts';
import type { WebhookDelivery } from '../entities/webhook-delivery.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';
import type { Answer, Poster, Receiver } from '../outside/post-message.ts';
import { releaseWaiting } from './release-waiting.ts';

export interface Sending {
  /** Says that there may be something to send; returns at once. */
  nudge(): void;
  /** Starts nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

export type SendingServices = Pick<BaseContext<WebhooksTables>, 'db' | 'clock' | 'log'> & { readonly config: WebhooksConfig; readonly poster: Poster };

/** Who took a message has so much longer than its answer may take; then it is sent again, by whoever is there. */
const LEASE_MORE_MS = 15_000;

/** Sends what is due, each endpoint by itself, so that a slow one holds up nobody. */
export function createSending(services: SendingServices): Sending {
  const { db, clock, config, log } = services;
  const rounds = new Map<string, Promise<void>>();
  let stopped = false;

  async function look(): Promise<void> {
    const now = clock.now();
    const due = await db.sql
      .selectFrom('WebhookDelivery as delivery')
      .innerJoin('WebhookEndpoint as endpoint', 'endpoint.id', 'delivery.endpointId')
      .select('endpoint.id')
      .distinct()
      .where('delivery.status', '=', 'PENDING')
      .where('delivery.nextAt', '<=', now)
      .where('endpoint.status', '=', 'ACTIVE')
      .where((eb) => eb.or([eb('endpoint.restUntil', 'is', null), eb('endpoint.restUntil', '<=', now)]))
      .execute();
    for (const { id } of due) {
      if (stopped || rounds.has(id)) continue;
      const round = sendAllDue(services, id, () => stopped)
        .catch((error: unknown) => log('webhooks could not be sent', { subgraph: 'webhooks', endpoint: id, error: String(error) })) // they are due still
        .finally(() => rounds.delete(id));
      rounds.set(id, round);
    }
  }

  const looking = runAgain(() => look().catch((error: unknown) => log('due webhooks could not be read', { subgraph: 'webhooks', error: String(error) })));
  const nudge = (): void => {
    if (!stopped) looking.nudge();
  };
  const timer = setInterval(nudge, config.roundSeconds * 1_000).unref();

  async function idle(): Promise<void> {
    await looking.idle();
    while (rounds.size > 0) await Promise.all(rounds.values());
  }

  return {
    nudge,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await idle();
    },
  };
}

async function sendAllDue(services: SendingServices, endpointId: string, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) {
    const taken = await take(services, endpointId);
    if (!taken || taken.deliveries.length === 0) return;
    const { receiver, deliveries } = taken;
    await Promise.all(
      deliveries.map(async (delivery) => {
        const answer = await services.poster.post(receiver, { id: delivery.eventId, body: delivery.body });
        await note(services, delivery, answer);
      }),
    );
  }
}

interface Taken {
  readonly receiver: Receiver;
  readonly deliveries: readonly WebhookDelivery[];
}

/** Takes what is due, the oldest first; of one cart, quote or order never two at once, so that a receiver hears of its changes in their order. */
function take({ db, clock, config }: SendingServices, endpointId: string): Promise<Taken | undefined> {
  return db.transact(async ({ sql }) => {
    const now = clock.now();
    const endpoint = await sql.selectFrom('WebhookEndpoint').selectAll().where('id', '=', endpointId).where('status', '=', 'ACTIVE').executeTakeFirst();
    if (!endpoint || (endpoint.restUntil && endpoint.restUntil > now)) return undefined;
    const due = await sql
      .selectFrom('WebhookDelivery as delivery')
      .selectAll()
      .where('endpointId', '=', endpointId)
      .where('status', '=', 'PENDING')
      .where('nextAt', '<=', now)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('WebhookDelivery as earlier').select('earlier.id').whereRef('earlier.endpointId', '=', 'delivery.endpointId').whereRef('earlier.aggregateId', '=', 'delivery.aggregateId').where('earlier.status', '=', 'PENDING').whereRef('earlier.sequence', '<', 'delivery.sequence'))),
      )
      .orderBy('sequence')
      .limit(isUnwell(endpoint) ? 1 : config.places)
      .execute();
    const nextAt = new Date(now.getTime() + config.timeoutSeconds * 1_000 + LEASE_MORE_MS);
    const ids = due.map(({ id }) => id);
    if (ids.length > 0) await sql.updateTable('WebhookDelivery').set((eb) => ({ nextAt, attempts: eb('attempts', '+', 1) })).where('id', 'in', ids).execute();
    return { receiver: { url: endpoint.url, secrets: secretsOf(endpoint, now) }, deliveries: due.map((each) => ({ ...each, attempts: each.attempts + 1 })) };
  });
}

export const secretsOf = ({ secret, previousSecret, previousSecretUntil }: WebhookEndpoint, now: Date): string[] =>
  previousSecret && previousSecretUntil && previousSecretUntil > now ? [secret, previousSecret] : [secret];

/** What came of an attempt, for the message and for its endpoint. */
async function note({ db, clock, config, log }: SendingServices, delivery: WebhookDelivery, answer: Answer): Promise<void> {
  const outcome = outcomeOf(answer.statusCode);
  const now = clock.now();
  const disabled = await db.transact(async (tx) => {
    const { sql } = tx;
    const endpoint = await sql.selectFrom('WebhookEndpoint').selectAll().where('id', '=', delivery.endpointId).executeTakeFirst();
    if (!endpoint) return undefined; // deleted meanwhile, and its messages with it
    await sql.insertInto('WebhookAttempt').values({ id: newId(), accountId: delivery.accountId, deliveryId: delivery.id, at: now, ...answer }).execute();
    const { status, nextAt } = afterAttempt(outcome, delivery.attempts, now, config.retrySeconds, Math.random());
    const settledAt = status === 'PENDING' ? null : now;
    await sql.updateTable('WebhookDelivery').set({ status, nextAt, settledAt }).where('id', '=', delivery.id).where('status', '=', 'PENDING').execute();
    const health = healthAfter(endpoint, outcome, now, config.retrySeconds, config.disableAfterHours * 3_600_000);
    const { status: stands, disabledReason, failingSince, failures, restUntil } = health;
    await sql.updateTable('WebhookEndpoint').set({ status: stands, disabledReason, failingSince, failures, restUntil }).where('id', '=', endpoint.id).execute();
    if (outcome === 'TAKEN' && isUnwell(endpoint)) await releaseWaiting(tx, endpoint.id, now, { asNew: false }); // it is back: nothing waits for its turn any longer
    return stands === 'DISABLED' && endpoint.status === 'ACTIVE' ? disabledReason : undefined;
  });
  if (disabled) log('a webhook endpoint was switched off', { subgraph: 'webhooks', endpoint: delivery.endpointId, reason: disabled });
}
