import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { ChannelsContext } from '../context.ts';
import type { HandOver } from '../entities/hand-over.ts';
import { findHandOver, moveHandOver } from './move-hand-over.ts';

/** Hands over again, now, what was refused or waits for its turn: as it was, under the id it had. */
export async function retryHandOver(context: ChannelsContext, id: string): Promise<HandOver> {
  const { id: actorId } = requireAdministrator(context);
  const handOver = await context.db.transact(async (tx) =>
    moveHandOver(tx, await findHandOver(tx, id), 'retry', { role: 'administrator', actorId, set: { nextAt: context.clock.now(), settledAt: null } }),
  );
  context.sending.nudge();
  return handOver;
}
