import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { PunchoutContext } from '../context.ts';
import type { SetupRequest } from '../domain/cxml-request.ts';
import { isAllowed } from '../domain/return-url.ts';
import type { Protocol } from '../domain/session-lifecycle.ts';
import type { PunchoutPartner } from '../entities/punchout-partner.ts';
import type { PunchoutSession } from '../entities/punchout-session.ts';
import { askBuyer } from '../peers/accounts.ts';
import { addItems, beginCart } from '../peers/carts.ts';
import { hashOf, makeSecret } from './make-secret.ts';

export interface Visit extends Omit<SetupRequest, 'kind'> {
  readonly protocol: Protocol;
  readonly returnTarget: string | null;
  /** Its payloadID is used up with the session. */
  readonly payloadId?: string;
}

const MINUTE_MS = 60_000;

/** What visitors may do beside shopping: see their prices. They do not order; their procurement system does. */
const VISITOR_PERMISSIONS = ['VIEW_NET_PRICE', 'USE_PRICING_AGREEMENT'];

export const asVisitor = (buyer: Viewer): Viewer => ({ ...buyer, permissions: buyer.permissions.filter((permission) => VISITOR_PERMISSIONS.includes(permission)) });

/**
 * Somebody of a partner is on the way: a cart of their own, with what they bring along, and a start page that opens once.
 * The cart is made before the session is written; killed in between it is left over, and expires. @returns the start page
 */
export async function openSession(context: PunchoutContext, partner: PunchoutPartner, visit: Visit): Promise<string> {
  const { config, clock, db, askAs } = context;
  if (!isAllowed(visit.returnUrl, partner.returnUrls, config.trustPlainHttp)) throw refuse('FORBIDDEN', 'Carts of this partner are not returned to this address.', { url: visit.returnUrl.slice(0, 200) });
  const buyer = await askBuyer(context.ask, partner.userId);
  if (!buyer) throw refuse('FORBIDDEN', 'The buyer this partner shops as is no longer there.', { partnerId: partner.id });
  const sessionId = newId();
  const ask = askAs({ viewer: asVisitor(buyer), requestId: `punchout:${sessionId}` });
  const cartId = await beginCart(ask);
  if (visit.items.length > 0) await addItems(ask, cartId, visit.items);

  const token = makeSecret();
  const now = clock.now();
  const session: PunchoutSession = {
    id: sessionId,
    accountId: partner.accountId,
    partnerId: partner.id,
    userId: buyer.id,
    protocol: visit.protocol,
    operation: visit.operation,
    status: 'INVITED',
    cartId,
    buyerCookie: visit.buyerCookie,
    returnUrl: visit.returnUrl,
    returnTarget: visit.returnTarget,
    selectedSku: visit.selectedSku,
    startTokenHash: hashOf(token),
    startUntil: new Date(now.getTime() + config.startMinutes * MINUTE_MS),
    expiresAt: new Date(now.getTime() + config.sessionMinutes * MINUTE_MS),
    returned: null,
    returnedAt: null,
    orderId: null,
    createdAt: now,
    updatedAt: now,
  };
  await db.transact(async ({ sql }) => {
    if (visit.payloadId !== undefined) {
      const message = { partnerId: partner.id, payloadId: visit.payloadId, accountId: partner.accountId, orderNumber: null, statusCode: 200, text: '', receivedAt: now };
      const { numInsertedOrUpdatedRows } = await sql.insertInto('PunchoutMessage').values(message).onConflict((oc) => oc.doNothing()).executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) throw replayed(visit.payloadId);
    }
    await sql.insertInto('PunchoutSession').values(session).execute();
  });
  const page = new URL(config.startPage);
  page.searchParams.set('token', token);
  return page.href;
}

export const replayed = (payloadId: string): Error => refuse('CONFLICT', 'A message with this payloadID was taken before.', { payloadId });
