import type { DomainEvent } from '#kernel/events.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { ChannelsContext } from '../context.ts';
import { tellPeople } from '../peers/notifications.ts';

/** Somebody of the seller hears that something was refused for good: nothing goes on with it until they have looked. The log has it in any case. */
export async function tellRefused({ askAs, config: { tellId }, log }: ChannelsContext, { id, accountId, type, aggregateId, payload }: DomainEvent): Promise<void> {
  if (type !== 'HAND_OVER_REFUSED') return;
  const [number, reason] = [String(payload.storeNumber), String(payload.reason)];
  log('an outside system refused something for good', { subgraph: 'channels', id: aggregateId, number, reason });
  if (tellId === undefined) return;
  const kind = payload.kind === 'ORDER' ? 'ORDER' : 'QUOTE';
  await tellPeople(askAs(SYSTEM), [{ id, type, to: { userId: tellId }, accountId, about: { kind, id: aggregateId }, facts: { [kind.toLowerCase()]: number, reason } }]);
}
