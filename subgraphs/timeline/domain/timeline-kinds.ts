import type { DomainEvent } from '#kernel/events.ts';

/** Aggregates that deals are made of. */
export const TIMELINE_AGGREGATES = ['cart', 'quote', 'approval', 'order', 'return'] as const;
export type TimelineAggregate = (typeof TIMELINE_AGGREGATES)[number];

export const TIMELINE_KINDS = ['CART', 'QUOTE', 'APPROVAL', 'ORDER', 'SHIPMENT', 'INVOICE', 'PAYMENT', 'RETURN'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

const KIND_OF: { readonly [aggregate in TimelineAggregate]: TimelineKind } = { cart: 'CART', quote: 'QUOTE', approval: 'APPROVAL', order: 'ORDER', return: 'RETURN' };

/** Parcels, invoices and payments live within orders: what an event of an order is about is told by the id it carries. */
const WITHIN_ORDERS: readonly (readonly [string, TimelineKind])[] = [['shipmentId', 'SHIPMENT'], ['paymentId', 'PAYMENT'], ['invoiceId', 'INVOICE']];

export const isTimelineAggregate = (type: string): type is TimelineAggregate => (TIMELINE_AGGREGATES as readonly string[]).includes(type);

export function kindOf({ aggregateType, payload }: Pick<DomainEvent, 'aggregateType' | 'payload'>): TimelineKind {
  const kind = KIND_OF[aggregateType as TimelineAggregate];
  return kind === 'ORDER' ? (WITHIN_ORDERS.find(([id]) => payload[id] != null)?.[1] ?? kind) : kind;
}
