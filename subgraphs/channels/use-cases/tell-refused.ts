import type { DomainEvent } from '#kernel/events.ts';
import type { ChannelsContext } from '../context.ts';

/** Whoever keeps the product running reads that something was refused for good: nothing goes on with it until the seller has looked. */
export async function tellRefused({ log }: ChannelsContext, { type, payload: { kind, id, storeNumber, reason } }: DomainEvent): Promise<void> {
  if (type === 'HAND_OVER_REFUSED') log('an outside system refused something for good', { subgraph: 'channels', kind, id, storeNumber, reason });
}
