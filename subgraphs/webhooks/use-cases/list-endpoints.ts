import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { WebhooksContext } from '../context.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';

/** The newest first; there are never many. */
export async function listEndpoints(context: WebhooksContext): Promise<WebhookEndpoint[]> {
  requireAdministrator(context);
  return context.db.sql.selectFrom('WebhookEndpoint').selectAll().orderBy('id', 'desc').execute();
}
