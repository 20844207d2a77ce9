/** Whose account the catalog's own events carry: products, prices and stock are the seller's. */
export const SELLER_ACCOUNT = 'seller';
