import { refuse } from '#kernel/errors.ts';
import { readQuantity } from '#kernel/quantity.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import { availabilityOf, readNeededOn, type Availability } from '../domain/availability.ts';
import { ONE } from '../domain/convert-quantity.ts';
import type { Product } from '../entities/product.ts';
import { factorOf } from './read-units.ts';

export interface AvailabilityWish {
  readonly quantity: string;
  readonly uom?: string | null;
  readonly on?: Date | null;
}

/** Whether so much of a product can be had on a day. [CART-78, CART-79] */
export async function readAvailability({ loaders, viewer, clock }: CatalogContext, product: Product, wish: AvailabilityWish): Promise<Availability> {
  const quantity = readQuantity(wish.quantity);
  const now = clock.now();
  const on = readNeededOn(wish.on, now);
  const uom = wish.uom ?? product.primaryUom;
  if (!product.uoms.includes(uom)) throw refuse('UNKNOWN_UOM', `${product.sku} is not sold in ${uom}.`, { sku: product.sku, uom });
  const [stock, supplies] = await Promise.all([loaders.stockOf.load(product), loaders.suppliesBySku.load(product.sku)]);
  const factor = uom === product.primaryUom ? ONE : factorOf(await loaders.unitsBySku.load(product.sku), uom);
  return availabilityOf({ stock, supplies: supplies ?? [], quantity, factor, on, now, forSeller: viewer !== null && isSeller(viewer) });
}
