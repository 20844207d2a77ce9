import { rootsOf } from '../domain/line-tree.ts';
import { isOurs } from '../domain/order-lifecycle.ts';
import { isRefusal } from '#kernel/errors.ts';
import { fingerprint } from '#kernel/idempotency.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { addToCart, askItems } from '../peers/reorder.ts';
import { refuseElsewhere } from './judge-order.ts';
import { readOrder } from './read-order.ts';

/** A line that could not be had again, and why. */
export interface NotReordered {
  readonly line: OrderLine;
  readonly code: string;
  readonly message: string;
}

export interface Reordered {
  readonly cartId: string | null;
  readonly added: readonly OrderLine[];
  readonly notAdded: readonly NotReordered[];
}

/**
 * Everything of an order goes into a cart again, in one change of it, at the prices of now; what cannot be had is told and
 * stops nothing else. What promotions gave is left to promotions.
 */
export async function addOrderToCart(context: OrdersContext, orderId: string, { cartId, key }: { cartId: string | null; key: string | null }): Promise<Reordered> {
  const viewer = requireViewer(context);
  const order = await readOrder(context, orderId);
  if (!isOurs(order.handOver)) throw refuseElsewhere(order); // [EXT-18]
  const lines = rootsOf(await context.loaders.linesOfOrder.load(order.id)).filter((line) => line.unitMicro > 0n && line.quantityMicro > 0n);
  const notAdded: NotReordered[] = lines.filter(({ sku }) => sku === context.config.customItemSku).map((line) => ({ line, code: 'UNKNOWN_SKU', message: 'It was made for a quote, and is not in the catalog.' }));
  const wanted = lines.filter(({ sku }) => sku !== context.config.customItemSku);
  const answers = await askItems(context.ask, wanted.map(({ sku, quantityMicro, uom }) => ({ sku, quantity: fromMicro(quantityMicro), uom })));
  let left = wanted.filter((line, i) => {
    const { problem = null, message = null } = answers[i] ?? {};
    if (problem !== null) notAdded.push({ line, code: problem, message: message ?? 'It cannot be had.' });
    return problem === null;
  });
  while (left.length > 0) {
    const asked = left.map(({ sku, quantityMicro, uom, configuration }) => ({ sku, quantity: fromMicro(quantityMicro), uom, configuration }));
    try {
      const added = await addToCart(context.ask, { lines: asked, cartId, key: key === null ? null : `${key}:${fingerprint(viewer, asked)}` });
      return { cartId: added.id, added: left, notAdded };
    } catch (error) {
      const culprit = isRefusal(error) ? left.filter(({ sku }) => sku === error.details.sku) : [];
      if (!isRefusal(error) || culprit.length === 0) throw error; // about the cart, not about a product
      notAdded.push(...culprit.map((line) => ({ line, code: error.code, message: error.message })));
      left = left.filter((line) => !culprit.includes(line));
    }
  }
  return { cartId: null, added: [], notAdded };
}
