import type { WebhooksTx } from '../context.ts';

/** What waits for an endpoint is sent now. @param asNew with as many attempts as if it were new */
export async function releaseWaiting({ sql }: Pick<WebhooksTx, 'sql'>, endpointId: string, now: Date, { asNew }: { readonly asNew: boolean }): Promise<void> {
  await sql.updateTable('WebhookDelivery').set({ nextAt: now, ...(asNew && { attempts: 0 }) }).where('endpointId', '=', endpointId).where('status', '=', 'PENDING').where('nextAt', '>', now).execute();
}
