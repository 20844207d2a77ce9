import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { WebhooksContext } from '../context.ts';
import { WELL } from '../domain/endpoint-lifecycle.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';
import { findEndpoint } from './find-endpoint.ts';
import { releaseWaiting } from './release-waiting.ts';
import { checkEndpoint, checkVersion, writeEndpoint } from './write-endpoint.ts';

export interface EndpointChanges {
  readonly url?: string | null;
  readonly description?: string | null;
  readonly eventTypes?: readonly string[] | null;
  /** False pauses it; true sends again, also what has gathered meanwhile. */
  readonly active?: boolean | null;
}

/** What is left out stays. */
export async function updateWebhookEndpoint(context: WebhooksContext, id: string, changes: EndpointChanges, expectedVersion: number | null | undefined): Promise<WebhookEndpoint> {
  requireAdministrator(context);
  const now = context.clock.now();
  const endpoint = await context.db.transact(async (tx) => {
    const before = await findEndpoint(tx, id);
    checkVersion(before, expectedVersion);
    checkEndpoint(changes, context.config);
    const { url, description, eventTypes, active } = changes;
    if (active === true) await releaseWaiting(tx, id, now, { asNew: true });
    return writeEndpoint(tx, before, {
      ...(url != null && { url }),
      ...(description !== undefined && { description: description?.trim() || null }),
      ...(eventTypes != null && { eventTypes: [...new Set(eventTypes)] }),
      ...(active === true && { status: 'ACTIVE', disabledReason: null, ...WELL }),
      ...(active === false && { status: 'PAUSED' }),
    }, now);
  });
  context.sending.nudge();
  return endpoint;
}
