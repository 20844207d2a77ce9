import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { ChannelsContext } from '../context.ts';
import type { HandOver } from '../entities/hand-over.ts';
import { findHandOver, moveHandOver } from './move-hand-over.ts';

/**
 * What the system outside does not take goes on here: an order is fulfilled or canceled, a quote negotiated.
 * @param seenTo what was sent without an answer is known not to be there
 */
export function giveUpHandOver(context: ChannelsContext, id: string, seenTo: boolean): Promise<HandOver> {
  const { id: actorId } = requireAdministrator(context);
  return context.db.transact(async (tx) => moveHandOver(tx, await findHandOver(tx, id), 'giveUp', { role: 'administrator', actorId, seenTo, set: { settledAt: context.clock.now() } }));
}
