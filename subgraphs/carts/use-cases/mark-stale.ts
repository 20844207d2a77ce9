import { OPEN_STATUSES } from '../domain/cart-lifecycle.ts';
import type { CartsTx } from './write-cart.ts';

const CHUNK = 5_000;

/** Which carts a change may concern; what is left out does not narrow it. */
export interface Touched {
  readonly skus?: readonly string[];
  readonly accountIds?: readonly string[];
  /** Only those that say how to be shipped. */
  readonly shipped?: boolean;
}

/** Notes which open carts a change of prices may concern; they are repriced at once if watched, otherwise on next touch. */
export async function markStale(tx: CartsTx, { skus, accountIds, shipped }: Touched): Promise<void> {
  let open = tx.sql.updateTable('Cart').set({ stale: true }).where('status', 'in', OPEN_STATUSES);
  if (shipped) open = open.where('shippingMethod', 'is not', null);
  if (accountIds) {
    for (const some of chunks(accountIds)) await open.where('accountId', 'in', some).execute();
    return;
  }
  if (!skus) {
    await open.execute();
    return;
  }
  for (const some of chunks(skus)) await open.where('id', 'in', (eb) => eb.selectFrom('CartLine').select('cartId').where('sku', 'in', some)).execute();
}

function* chunks(all: readonly string[]): Generator<string[]> {
  for (let i = 0; i < all.length; i += CHUNK) yield all.slice(i, i + CHUNK);
}
