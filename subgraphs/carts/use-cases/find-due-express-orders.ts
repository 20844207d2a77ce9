import { refuse } from '#kernel/errors.ts';
import { find } from '#kernel/statement.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { lastDueTouch } from '../domain/express-checkout.ts';

export interface DueExpressOrder {
  readonly cartId: string;
  readonly version: number;
  readonly paymentKind: string | null | undefined;
  readonly paymentMethodId: string | null | undefined;
  readonly buyer: Viewer;
}

const AT_ONCE = 100;

/** Express orders that nobody touched for the interval, unexpired, not ordered and not being ordered, in the order of their ids. [EXP-06] */
export async function findDueExpressOrders({ db, clock, config }: CartsContext, after: string | null): Promise<DueExpressOrder[]> {
  if (!config.expressCheckout) return [];
  const now = clock.now();
  const due = await find(db.sql, selectDue, { touchedAt: lastDueTouch(now, config.expressConsolidationMinutes), expiresAt: now, cartId: after ?? '' });
  return due.map(({ facts, ...order }) => ({ ...order, buyer: facts.viewer }));
}

const selectDue = (sql: CartsContext['db']['sql'], { touchedAt, expiresAt, cartId }: { readonly touchedAt: Date; readonly expiresAt: Date; readonly cartId: string }) =>
  sql
    .selectFrom('ExpressOrder')
    .innerJoin('Cart', 'Cart.id', 'ExpressOrder.cartId')
    .select(['ExpressOrder.cartId', 'Cart.version', 'ExpressOrder.paymentKind', 'ExpressOrder.paymentMethodId', 'ExpressOrder.facts'])
    .where('ExpressOrder.touchedAt', '<=', touchedAt)
    .where('ExpressOrder.cartId', '>', cartId)
    .where('Cart.status', '=', 'EXPRESS')
    .where('Cart.checkoutId', 'is', null)
    .where('Cart.expiresAt', '>=', expiresAt)
    .orderBy('ExpressOrder.cartId')
    .limit(AT_ONCE);

/** Something may have joined it since the batch looked: then it waits for more again. */
export async function refuseUnlessDue({ db, clock, config }: CartsContext, cartId: string): Promise<void> {
  const order = await db.sql.selectFrom('ExpressOrder').select('touchedAt').where('cartId', '=', cartId).executeTakeFirst();
  if (order && order.touchedAt <= lastDueTouch(clock.now(), config.expressConsolidationMinutes)) return;
  throw refuse('INVALID_STATE', 'This express order still waits for more to join it.', { cartId });
}
