import type { DomainEvent } from '#kernel/events.ts';
import { isTimelineAggregate, type TimelineAggregate } from './timeline-kinds.ts';

export interface Member {
  readonly aggregateType: TimelineAggregate;
  readonly aggregateId: string;
}

/** Ids in payloads that say what belongs to the same deal. A return does once an order has heard of it: until then it may change its mind. */
const LINKS: { readonly [aggregate in TimelineAggregate]: { readonly [key: string]: TimelineAggregate } } = {
  cart: {},
  quote: { cartId: 'cart', clonedFromId: 'quote' },
  approval: { cartId: 'cart', quoteId: 'quote', orderId: 'order' },
  order: { cartId: 'cart', quoteId: 'quote', approvalId: 'approval', returnId: 'return', replacesReturnId: 'return' },
  return: {},
};

/** The aggregate of an event, and others of its deal that it names. */
export function membersNamedBy({ aggregateType, aggregateId, payload }: DomainEvent): Member[] {
  if (!isTimelineAggregate(aggregateType)) return [];
  const named = Object.entries(LINKS[aggregateType]).flatMap(([key, type]): Member[] => {
    const id = payload[key];
    return typeof id === 'string' && id !== '' ? [{ aggregateType: type, aggregateId: id }] : [];
  });
  return [{ aggregateType, aggregateId }, ...named];
}
