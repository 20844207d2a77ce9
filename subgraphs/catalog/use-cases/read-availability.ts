import { readQuantity } from '#kernel/quantity.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import { availabilityOf, type Availability } from '../domain/availability.ts';

/** Whether so much of a product can be had now. */
export async function readAvailability({ loaders, viewer }: CatalogContext, sku: string, quantity: string): Promise<Availability> {
  const stock = await loaders.stockBySku.load(sku);
  return availabilityOf(stock, readQuantity(quantity), viewer !== null && isSeller(viewer));
}
