import { refuse } from '#kernel/errors.ts';
import type { WebhooksContext, WebhooksTx } from '../context.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';

/** @throws NOT_FOUND */
export async function findEndpoint({ sql }: Pick<WebhooksTx, 'sql'> | WebhooksContext['db'], id: string): Promise<WebhookEndpoint> {
  const endpoint = await sql.selectFrom('WebhookEndpoint').selectAll().where('id', '=', id).executeTakeFirst();
  if (!endpoint) throw refuse('NOT_FOUND', 'There is no such webhook endpoint.', { endpointId: id });
  return endpoint;
}
