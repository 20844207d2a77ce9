import { refuse } from '#kernel/errors.ts';
import { compare, readQuantity } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { readNeededOn, type Availability } from '../domain/availability.ts';
import type { Product } from '../entities/product.ts';
import { readAvailability, type AvailabilityWish } from './read-availability.ts';

/** Whether so much of a product can be had, by the outside system where there is one; what lies there and is held it keeps to itself. [EXT-06] */
export async function answerAvailability(context: CatalogContext, product: Product, wish: AvailabilityWish): Promise<Availability> {
  if (!context.outside.inventory) return readAvailability(context, product, wish);
  const { sku, primaryUom, uoms } = product;
  const quantity = readQuantity(wish.quantity);
  const now = context.clock.now();
  const on = readNeededOn(wish.on, now);
  const uom = wish.uom ?? primaryUom;
  if (!uoms.includes(uom)) throw refuse('UNKNOWN_UOM', `${sku} is not sold in ${uom}.`, { sku, uom });
  const answer = await context.outsideLoaders.stock.load({ sku, uom, on: wish.on ?? undefined, force: false });
  if ('problem' in answer) throw refuse('AVAILABILITY_UNKNOWN', `Whether ${sku} can be had is not known now; ask again in a moment.`, { sku, retriable: true });
  const { available } = answer;
  const inStock = available === null || compare(available, quantity) >= 0;
  return {
    available,
    onHand: null,
    reserved: null,
    incoming: null,
    inStock,
    quantity,
    on,
    availableOn: inStock ? on : null,
    message: inStock ? 'Available.' : `${available} available.`,
  };
}
