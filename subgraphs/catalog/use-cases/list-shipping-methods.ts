import type { CatalogContext } from '../context.ts';
import type { ShippingMethod } from '../entities/shipping-method.ts';

/** The ways to ship that may be chosen, by code. */
export const listShippingMethods = ({ db: { sql } }: CatalogContext): Promise<ShippingMethod[]> =>
  sql.selectFrom('ShippingMethod').selectAll().where('active', '=', true).orderBy('code').execute();
