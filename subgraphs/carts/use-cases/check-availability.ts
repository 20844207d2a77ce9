import { refuse } from '#kernel/errors.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { CartsContext } from '../context.ts';
import { readNeededOn } from '../domain/needed-on.ts';
import { askAvailabilities, type AvailabilityAnswer } from '../peers/catalog-items.ts';
import { readCart } from './read-cart.ts';

export interface NeededLine {
  readonly lineId: string;
  /** A day as text, as somebody entered it. */
  readonly on?: string | null;
}

export interface LineAvailability extends AvailabilityAnswer {
  readonly lineId: string;
  readonly on: Date;
  readonly quantity: string;
  readonly uom: string;
}

/** Whether the lines of a cart can be had, each on its day: one question for all of them. [CART-78, CART-79] */
export async function checkAvailability(context: CartsContext, cartId: string, needed: readonly NeededLine[] | null | undefined): Promise<LineAvailability[]> {
  await readCart(context, cartId);
  const lines = await context.loaders.linesOfCart.load(cartId);
  const now = context.clock.now();
  const known = new Map(lines.map((line) => [line.id, line]));
  const asked = (needed ?? lines.map(({ id }): NeededLine => ({ lineId: id }))).map(({ lineId, on }) => {
    const line = known.get(lineId);
    if (!line) throw refuse('NOT_FOUND', 'The cart has no such line.', { lineId });
    return { lineId, sku: line.sku, quantity: fromMicro(line.quantityMicro), uom: line.uom, on: readNeededOn(on, now, lineId) };
  });
  const answers = await askAvailabilities(context.ask, asked);
  return asked.map(({ lineId, quantity, uom, on }, i) => ({ ...(answers[i] as AvailabilityAnswer), lineId, quantity, uom, on }));
}
