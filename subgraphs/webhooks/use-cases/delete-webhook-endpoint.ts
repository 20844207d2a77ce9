import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { WebhooksContext } from '../context.ts';
import { findEndpoint } from './find-endpoint.ts';

/** It hears no more, and what waited for it is gone with it. */
export async function deleteWebhookEndpoint(context: WebhooksContext, id: string): Promise<string> {
  requireAdministrator(context);
  await context.db.transact(async (tx) => {
    await findEndpoint(tx, id);
    const deliveries = tx.sql.selectFrom('WebhookDelivery').select('id').where('endpointId', '=', id);
    await tx.sql.deleteFrom('WebhookAttempt').where('deliveryId', 'in', deliveries).execute();
    await tx.sql.deleteFrom('WebhookDelivery').where('endpointId', '=', id).execute();
    await tx.sql.deleteFrom('WebhookEndpoint').where('id', '=', id).execute();
  });
  return id;
}
