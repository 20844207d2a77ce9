import { seesNetPrices, type Viewer } from '#kernel/viewer.ts';

/** Net prices, discounts and tax rates need the permission. [CART-29, CART-83] */
export const seesNet = ({ viewer }: { readonly viewer: Viewer | null }): boolean => seesNetPrices(viewer);
