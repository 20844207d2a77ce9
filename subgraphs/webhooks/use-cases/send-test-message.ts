import { newId } from '#kernel/ids.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { WebhooksContext } from '../context.ts';
import { testMessage } from '../domain/message.ts';
import type { Answer } from '../outside/post-message.ts';
import { findEndpoint } from './find-endpoint.ts';
import { secretsOf } from './send-due.ts';

/** Less than a request to the gateway may take. */
const MOST_SECONDS = 5;

/** Sends a message of no consequence, now and once, whatever the endpoint's status, and says what came of it. */
export async function sendTestMessage(context: WebhooksContext, id: string): Promise<Answer> {
  requireAdministrator(context);
  const endpoint = await findEndpoint(context.db, id);
  const now = context.clock.now();
  return context.poster.post({ url: endpoint.url, secrets: secretsOf(endpoint, now) }, { id: `test_${newId()}`, body: testMessage(id, now) }, { withinSeconds: Math.min(MOST_SECONDS, context.config.timeoutSeconds) });
}
