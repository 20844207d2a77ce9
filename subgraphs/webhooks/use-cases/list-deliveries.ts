import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { WebhooksContext } from '../context.ts';
import type { DeliveryStatus } from '../domain/delivery-lifecycle.ts';
import type { WebhookDelivery } from '../entities/webhook-delivery.ts';

/** What was sent to an endpoint or waits for it, the newest first. */
export function listDeliveries(context: WebhooksContext, endpointId: string, status: DeliveryStatus | null | undefined, page: PageRequest): Promise<Connection<WebhookDelivery>> {
  requireAdministrator(context);
  return readPage(page, ({ sequence }) => [String(sequence)], 1, (limit, after) => {
    let rows = context.db.sql.selectFrom('WebhookDelivery').selectAll().where('endpointId', '=', endpointId).orderBy('sequence', 'desc').limit(limit);
    if (status != null) rows = rows.where('status', '=', status);
    if (after?.[0]) rows = rows.where('sequence', '<', Number(after[0]));
    return rows.execute();
  });
}
