import { refuse } from '#kernel/errors.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { WebhooksContext } from '../context.ts';
import { findEndpoint } from './find-endpoint.ts';

export interface Replay {
  readonly endpointId: string;
  /** These messages, or all made since then; only those given up unless `deliveredToo`. */
  readonly deliveryIds?: readonly string[] | null;
  readonly since?: Date | null;
  readonly deliveredToo?: boolean | null;
}

const MOST_IDS = 1_000;

/** Sends again, with the ids and sequences they had, so that a receiver knows what it has had already. @returns how many */
export async function replayDeliveries(context: WebhooksContext, { endpointId, deliveryIds, since, deliveredToo }: Replay): Promise<number> {
  requireAdministrator(context);
  if ((deliveryIds == null) === (since == null)) throw refuse('BAD_USER_INPUT', 'Name either the messages or the time since when.', { fields: ['deliveryIds', 'since'] });
  if (deliveryIds != null && deliveryIds.length > MOST_IDS) throw refuse('BAD_USER_INPUT', `At most ${MOST_IDS} messages can be named.`, { most: MOST_IDS });
  const now = context.clock.now();
  const replayed = await context.db.transact(async (tx) => {
    await findEndpoint(tx, endpointId);
    let rows = tx.sql
      .updateTable('WebhookDelivery')
      .set({ status: 'PENDING', attempts: 0, nextAt: now, settledAt: null })
      .where('endpointId', '=', endpointId)
      .where('status', 'in', deliveredToo || deliveryIds != null ? ['FAILED', 'DELIVERED'] : ['FAILED']);
    rows = deliveryIds != null ? rows.where('id', 'in', [...deliveryIds]) : rows.where('createdAt', '>=', since ?? now);
    return Number((await rows.executeTakeFirst()).numUpdatedRows);
  });
  context.sending.nudge();
  return replayed;
}
