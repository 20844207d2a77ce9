import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import type { CartsContext } from '../context.ts';
import { dueAt, type ExpressKind } from '../domain/express-checkout.ts';
import { requireExpress } from './guard-express.ts';

export interface PendingExpressOrder {
  readonly id: string;
  readonly kind: ExpressKind;
  readonly queuedAt: Date;
  readonly touchedAt: Date;
  readonly dueAt: Date;
}

/** What the viewer bought in one step and the batch has not picked up, newest first. [EXP-05, ORD-37] */
export async function listExpressOrders(context: CartsContext, page: PageRequest): Promise<Connection<PendingExpressOrder>> {
  const viewer = requireExpress(context);
  return readPage(page, ({ id }: PendingExpressOrder) => [id], 1, async (limit, after) => {
    let pending = context.db.sql
      .selectFrom('ExpressOrder')
      .select(['cartId', 'kind', 'queuedAt', 'touchedAt'])
      .where('accountId', '=', viewer.accountId)
      .where('ownerId', '=', viewer.id)
      .where('cartId', 'in', (eb) =>
        eb
          .selectFrom('Cart')
          .select('Cart.id')
          .where('Cart.accountId', '=', viewer.accountId)
          .where('Cart.ownerId', '=', viewer.id)
          .where('Cart.status', '=', 'EXPRESS')
          .where((of) => of.or([of('Cart.expiresAt', '>=', context.clock.now()), of('Cart.checkoutId', 'is not', null)])),
      );
    if (after) pending = pending.where('cartId', '<', after[0] ?? '');
    const orders = await pending.orderBy('cartId', 'desc').limit(limit).execute();
    return orders.map(({ cartId, ...order }) => ({ id: cartId, ...order, dueAt: dueAt(order.touchedAt, context.config.expressConsolidationMinutes) }));
  });
}
