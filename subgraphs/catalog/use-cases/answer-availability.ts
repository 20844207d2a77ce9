import { refuse } from '#kernel/errors.ts';
import { compare, readQuantity } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import type { Availability } from '../domain/availability.ts';
import type { Product } from '../entities/product.ts';
import { readAvailability } from './read-availability.ts';

/** Whether so much of a product can be had, by the outside system where there is one; what lies there and is held it keeps to itself. [EXT-06] */
export async function answerAvailability(context: CatalogContext, { sku, primaryUom }: Product, wish: { quantity: string; on: Date | null }): Promise<Availability> {
  if (!context.outside.inventory) return readAvailability(context, sku, wish.quantity);
  const quantity = readQuantity(wish.quantity);
  const answer = await context.outsideLoaders.stock.load({ sku, uom: primaryUom, on: wish.on ?? undefined, force: false });
  if ('problem' in answer) throw refuse('AVAILABILITY_UNKNOWN', `Whether ${sku} can be had is not known now; ask again in a moment.`, { sku, retriable: true });
  const { available } = answer;
  return { available, onHand: null, reserved: null, inStock: available === null || compare(available, quantity) >= 0, quantity };
}
