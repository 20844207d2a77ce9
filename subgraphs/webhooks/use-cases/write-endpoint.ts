import { refuse } from '#kernel/errors.ts';
import { faultOfUrl } from '#kernel/safe-address.ts';
import type { WebhooksTx } from '../context.ts';
import { isFilter } from '../domain/event-types.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';
import { findEndpoint } from './find-endpoint.ts';

const MOST_URL = 2_000;
const MOST_FILTERS = 50;

/** @throws BAD_USER_INPUT naming what is wrong with the URL or the event types */
export function checkEndpoint({ url, eventTypes }: { readonly url?: string | null; readonly eventTypes?: readonly string[] | null }, { trustPrivateNetwork }: { readonly trustPrivateNetwork: boolean }): void {
  if (url != null) {
    const reason = url.length > MOST_URL ? 'NOT_A_URL' : faultOfUrl(url, trustPrivateNetwork);
    if (reason) throw refuse('BAD_USER_INPUT', 'Webhooks are sent over HTTPS to a host of the open internet, without user, password or fragment in the URL.', { field: 'url', reason });
  }
  if (eventTypes != null) {
    const wrong = eventTypes.filter((each) => !isFilter(each));
    if (wrong.length > 0 || eventTypes.length === 0 || eventTypes.length > MOST_FILTERS) throw refuse('BAD_USER_INPUT', `An endpoint hears of 1 to ${MOST_FILTERS} event types: "*", a kind such as "order.*", or one such as "order.order_placed".`, { field: 'eventTypes', wrong });
  }
}

/** Writes an endpoint as it was read, if nobody was faster. @throws STALE_VERSION, NOT_FOUND */
export async function writeEndpoint(tx: WebhooksTx, before: WebhookEndpoint, changes: Partial<WebhookEndpoint>, now: Date): Promise<WebhookEndpoint> {
  const set = { ...changes, version: before.version + 1, updatedAt: now };
  const { numUpdatedRows } = await tx.sql.updateTable('WebhookEndpoint').set(set).where('id', '=', before.id).where('version', '=', before.version).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw refuse('STALE_VERSION', 'This endpoint has just been changed. Refresh to see it.', { currentVersion: (await findEndpoint(tx, before.id)).version });
  return { ...before, ...set };
}

export function checkVersion({ version }: WebhookEndpoint, expectedVersion: number | null | undefined): void {
  if (expectedVersion != null && expectedVersion !== version) throw refuse('STALE_VERSION', 'This endpoint has been changed. Refresh to see it.', { expectedVersion, currentVersion: version });
}
