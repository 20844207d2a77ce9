import type { CartsTx } from './write-cart.ts';

const CHUNK = 5_000;

/** Notes which open carts hold a product whose price moved; they are repriced at once if watched, otherwise on next touch. */
export async function markStale(tx: CartsTx, skus: readonly string[] | 'all'): Promise<void> {
  const open = tx.sql.updateTable('Cart').set({ stale: true }).where('status', 'in', ['ACTIVE', 'SAVED']);
  if (skus === 'all') {
    await open.execute();
    return;
  }
  for (let i = 0; i < skus.length; i += CHUNK) {
    const some = skus.slice(i, i + CHUNK);
    await open.where('id', 'in', (eb) => eb.selectFrom('CartLine').select('cartId').where('sku', 'in', some)).execute();
  }
}
