import type { DomainEvent } from '#kernel/events.ts';

/** What outsiders are told of; notices and rules of the seller are his own affair. */
export const TOLD_AGGREGATES = ['cart', 'shoppingList', 'quote', 'order', 'approval', 'return', 'stock', 'priceList'] as const;

/** Sent when somebody tries whether an endpoint answers. */
export const TEST_TYPE = 'webhook.test';

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The public name of an event: "order.order_placed", "shopping_list.list_renamed". */
export const typeOf = ({ aggregateType, type }: Pick<DomainEvent, 'aggregateType' | 'type'>): string => `${snake(aggregateType)}.${type.toLowerCase()}`;

const FILTER = new RegExp(`^(\\*|(${TOLD_AGGREGATES.map(snake).join('|')})\\.(\\*|[a-z][a-z0-9_]*))$`);

/** "*", all of one kind ("order.*"), or one ("order.order_placed"). */
export const isFilter = (text: string): boolean => FILTER.test(text);

export function wants(filters: readonly string[], eventType: string): boolean {
  const [kind] = eventType.split('.');
  return filters.some((filter) => filter === '*' || filter === eventType || filter === `${kind}.*`);
}
