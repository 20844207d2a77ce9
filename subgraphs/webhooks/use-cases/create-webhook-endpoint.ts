import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { WebhooksContext } from '../context.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';
import { makeSecret } from './make-secret.ts';
import { checkEndpoint } from './write-endpoint.ts';

const MOST_ENDPOINTS = 50;

export interface NewEndpoint {
  readonly url: string;
  readonly description?: string | null;
  readonly eventTypes: readonly string[];
}

/** From now on it hears of what it wants to hear of. Sent twice it makes two: each has a secret, and a secret is told once. */
export async function createWebhookEndpoint(context: WebhooksContext, { url, description, eventTypes }: NewEndpoint): Promise<WebhookEndpoint> {
  const viewer = requireAdministrator(context);
  checkEndpoint({ url, eventTypes }, context.config);
  const now = context.clock.now();
  return context.db.transact(async ({ sql }) => {
    const { count } = await sql.selectFrom('WebhookEndpoint').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    if (Number(count) >= MOST_ENDPOINTS) throw refuse('BAD_USER_INPUT', `There are ${MOST_ENDPOINTS} endpoints already.`, { most: MOST_ENDPOINTS });
    const endpoint: WebhookEndpoint = {
      id: newId(),
      version: 1,
      accountId: viewer.accountId,
      url,
      description: description?.trim() || null,
      eventTypes: [...new Set(eventTypes)],
      secret: makeSecret(),
      previousSecret: null,
      previousSecretUntil: null,
      status: 'ACTIVE',
      disabledReason: null,
      lastSequence: 0,
      failingSince: null,
      failures: 0,
      restUntil: null,
      createdAt: now,
      updatedAt: now,
      createdById: viewer.id,
    };
    await sql.insertInto('WebhookEndpoint').values(endpoint).execute();
    return endpoint;
  });
}
