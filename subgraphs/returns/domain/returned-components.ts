import { fromMicro, toMicro } from '#kernel/quantity.ts';
import type { OrderedLine } from './ordered-line.ts';

/** Something that comes back within a model or a kit: as much as goes with it, never by itself. [RET-22] */
export interface ReturnedComponent {
  readonly orderLineId: string;
  /** The order line of what it is in. */
  readonly parentLineId: string;
  readonly sku: string;
  readonly quantity: string;
}

/** How much of each component comes back with so much of the whole; rounded up, so that a whole brings the whole. */
export function componentsOf({ components, quantity }: Pick<OrderedLine, 'components' | 'quantity'>, quantityMicro: bigint): ReturnedComponent[] {
  const whole = toMicro(quantity);
  return components.map(({ orderLineId, parentLineId, sku, quantity: taken }) => {
    const micro = whole === 0n ? 0n : (toMicro(taken) * quantityMicro + whole - 1n) / whole;
    return { orderLineId, parentLineId, sku, quantity: fromMicro(micro) };
  });
}
