import { refuse } from '#kernel/errors.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { WebhooksContext } from '../context.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';
import { findEndpoint } from './find-endpoint.ts';
import { makeSecret } from './make-secret.ts';
import { checkVersion, writeEndpoint } from './write-endpoint.ts';

const MOST_HOURS = 7 * 24;

/** A new secret; the old one signs beside it for some hours, so that the receiver misses nothing while it changes over. */
export async function rotateWebhookSecret(context: WebhooksContext, id: string, overlapHours: number, expectedVersion: number | null | undefined): Promise<WebhookEndpoint> {
  requireAdministrator(context);
  if (overlapHours < 0 || overlapHours > MOST_HOURS) throw refuse('BAD_USER_INPUT', `The old secret may go on for 0 to ${MOST_HOURS} hours.`, { overlapHours });
  const now = context.clock.now();
  return context.db.transact(async (tx) => {
    const before = await findEndpoint(tx, id);
    checkVersion(before, expectedVersion);
    const until = new Date(now.getTime() + overlapHours * 3_600_000);
    return writeEndpoint(tx, before, { secret: makeSecret(), ...(overlapHours > 0 ? { previousSecret: before.secret, previousSecretUntil: until } : { previousSecret: null, previousSecretUntil: null }) }, now);
  });
}
