import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import type { PunchoutContext } from '../context.ts';
import { differencesOf } from '../domain/compare-order.ts';
import type { OrderRequest } from '../domain/cxml-request.ts';
import type { CxmlStatus } from '../domain/cxml-text.ts';
import { sessionOf } from '../domain/returned-cart.ts';
import { SESSION_LIFECYCLE } from '../domain/session-lifecycle.ts';
import type { PunchoutPartner } from '../entities/punchout-partner.ts';
import type { PunchoutSession } from '../entities/punchout-session.ts';
import { askBuyer } from '../peers/accounts.ts';
import { placeOrder } from '../peers/orders.ts';
import { factsOf } from './start-session.ts';

/**
 * A purchase order for a cart that was returned: ordered on behalf of its buyer, at the price it was returned at, or refused
 * with what differs. Its number is the key of the order, so sent again, or after a kill in between, it is the same order.
 */
export async function receiveOrder(context: PunchoutContext, partner: PunchoutPartner, order: OrderRequest & { readonly payloadId: string }): Promise<CxmlStatus> {
  if (!order.isNew) throw refuse('OPERATION_DISABLED', 'Purchase orders are not changed or canceled this way.', {});
  const session = await findSession(context, partner, order);
  const { returned } = session;
  if (!returned) throw refuse('INVALID_STATE', 'The cart of this purchase order was not returned.', {});
  judgeOrder(context, session);
  const differences = differencesOf(session.id, returned, order.items);
  if (differences.length > 0) return { statusCode: 417, text: `It is not the cart that was returned. ${differences.join('; ')}.` };

  const buyer = await askBuyer(context.ask, partner.userId);
  if (!buyer) throw refuse('FORBIDDEN', 'The buyer this partner shops as is no longer there.', {});
  const ask = context.askAs({ viewer: buyer, requestId: `punchout:${session.id}` });
  const placed = await placeOrder(ask, { cartId: session.cartId, priceHash: returned.priceHash, idempotencyKey: `punchout:${partner.id}:${order.orderNumber}`, purchaseOrderNumber: order.orderNumber });
  const status: CxmlStatus = placed.waitsFor === undefined ? { statusCode: 200, text: `Order ${placed.number}` } : { statusCode: 201, text: placed.waitsFor };
  await noteOrdered(context, partner, session, order, { ...status, orderId: placed.id });
  return status;
}

const judgeOrder = (context: PunchoutContext, session: PunchoutSession) =>
  judgeOrRefuse(SESSION_LIFECYCLE, { status: session.status, command: 'order', roles: ['partner'], facts: factsOf(context, session) }, {}).to;

/** Every item names its session; a purchase order is for one. */
async function findSession({ db }: PunchoutContext, partner: PunchoutPartner, { items }: OrderRequest): Promise<PunchoutSession> {
  const ids = new Set(items.map((item) => sessionOf(item) ?? ''));
  const [sessionId = ''] = ids;
  const session = ids.size === 1 && looksLikeId(sessionId) ? await db.sql.selectFrom('PunchoutSession').selectAll().where('id', '=', sessionId).where('partnerId', '=', partner.id).executeTakeFirst() : undefined;
  if (!session) throw refuse('NOT_FOUND', 'The items are not of one cart that was returned to this partner: SupplierPartAuxiliaryID says of which.', {});
  return session;
}

async function noteOrdered(context: PunchoutContext, partner: PunchoutPartner, session: PunchoutSession, { payloadId, orderNumber }: OrderRequest & { readonly payloadId: string }, { statusCode, text, orderId }: CxmlStatus & { readonly orderId: string | null }): Promise<void> {
  const now = context.clock.now();
  await context.db.transact(async ({ sql }) => {
    const found = await sql.selectFrom('PunchoutSession').selectAll().where('id', '=', session.id).executeTakeFirstOrThrow();
    await sql.updateTable('PunchoutSession').set({ status: judgeOrder(context, found), orderId: orderId ?? found.orderId ?? null, updatedAt: now }).where('id', '=', session.id).execute();
    await sql.insertInto('PunchoutMessage').values({ partnerId: partner.id, payloadId, accountId: partner.accountId, orderNumber, statusCode, text, receivedAt: now }).onConflict((oc) => oc.doNothing()).execute();
  });
}
