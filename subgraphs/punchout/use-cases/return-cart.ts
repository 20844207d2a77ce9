import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { PunchoutContext } from '../context.ts';
import { orderMessageText } from '../domain/cxml-text.ts';
import { ociFields, type FormField } from '../domain/oci-form.ts';
import type { ReturnedCart } from '../domain/returned-cart.ts';
import { SESSION_LIFECYCLE } from '../domain/session-lifecycle.ts';
import type { PunchoutSession } from '../entities/punchout-session.ts';
import { askCart } from '../peers/carts.ts';
import { askNames } from '../peers/catalog.ts';
import { readSession } from './read-session.ts';
import { requireEnabled } from './save-partner.ts';
import { factsOf } from './start-session.ts';

export const ENCODINGS = ['BASE64', 'URLENCODED'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface ReturnForm {
  readonly url: string;
  readonly target: string | null;
  readonly fields: readonly FormField[];
  readonly session: PunchoutSession;
}

export interface ReturnCart {
  readonly sessionId: string;
  readonly expectedVersion?: number | null;
  readonly encoding?: Encoding | null;
}

/**
 * The visitor goes back with the cart: what is in it, at the prices of now, is noted for the purchase order to come, and
 * the form that the browser posts is made. Done twice, what is in it now counts.
 */
export async function returnCart(context: PunchoutContext, { sessionId, expectedVersion, encoding }: ReturnCart): Promise<ReturnForm> {
  requireEnabled(context);
  const seen = await readSession(context, sessionId);
  judgeReturn(context, seen);
  const returned = await readCart(context, seen.cartId);
  if (expectedVersion != null && expectedVersion !== returned.version) throw refuse('STALE_VERSION', 'The cart has changed meanwhile. Look at it again.', { cartId: seen.cartId, expectedVersion, currentVersion: returned.version });
  const session = await context.db.transact(async ({ sql }) => {
    const found = await sql.selectFrom('PunchoutSession').selectAll().where('id', '=', sessionId).executeTakeFirstOrThrow();
    const now = context.clock.now();
    const changed = { status: judgeReturn(context, found), returned, returnedAt: now, updatedAt: now };
    await sql.updateTable('PunchoutSession').set(changed).where('id', '=', sessionId).execute();
    return { ...found, ...changed };
  });
  return { url: session.returnUrl, target: session.returnTarget ?? null, fields: session.protocol === 'OCI' ? ociFields(sessionId, returned) : [await cxmlField(context, session, returned, encoding ?? 'BASE64')], session };
}

const judgeReturn = (context: PunchoutContext, session: PunchoutSession) =>
  judgeOrRefuse(SESSION_LIFECYCLE, { status: session.status, command: 'return', roles: ['visitor'], facts: factsOf(context, session) }, { sessionId: session.id }).to;

/** What the other system pays is the net price, whoever carries it there. */
async function readCart(context: PunchoutContext, cartId: string): Promise<ReturnedCart> {
  const viewer = requireViewer(context);
  const ask = context.askAs({ ...context, viewer: { ...viewer, permissions: [...new Set([...viewer.permissions, 'VIEW_NET_PRICE'])] } });
  const cart = await askCart(ask, cartId);
  const names = await askNames(ask, cart.lines.map(({ sku }) => sku));
  return { ...cart, lines: cart.lines.map((line) => ({ ...line, description: names.get(line.sku) ?? line.sku })) };
}

async function cxmlField({ db, config, clock }: PunchoutContext, { id, partnerId, buyerCookie }: PunchoutSession, cart: ReturnedCart, encoding: Encoding): Promise<FormField> {
  const { identityDomain: domain, identity } = await db.sql.selectFrom('PunchoutPartner').selectAll().where('id', '=', partnerId).executeTakeFirstOrThrow();
  const from = { domain: config.identityDomain, identity: config.identity };
  const text = orderMessageText({ from, to: { domain, identity }, buyerCookie, sessionId: id, cart }, { payloadId: `${newId()}@${config.identity}`, at: clock.now() });
  return encoding === 'BASE64' ? { name: 'cxml-base64', value: Buffer.from(text).toString('base64') } : { name: 'cxml-urlencoded', value: text };
}
