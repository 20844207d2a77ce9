import type { CartsContext } from '../context.ts';
import { judge } from '#kernel/lifecycle.ts';
import type { AskPeer } from '#kernel/peers.ts';
import { CART_LIFECYCLE } from '../domain/cart-lifecycle.ts';
import { findGaps } from '../domain/find-gaps.ts';
import { findProblems, keepUnseen } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { askDocument, type Forced } from '../peers/catalog.ts';
import { loadCart } from './load-cart.ts';
import { priceDrafts, type PricedCart } from './price-drafts.ts';
import type { CartWithLines } from './read-cart.ts';
import { saveLines } from './save-lines.ts';
import { inTurn, writeCart } from './write-cart.ts';

/**
 * Looks the prices of a cart up again because something in the catalog moved. Announced only when the buyer would see a
 * difference; a price that moved is named among the problems until the next edit. [CART-62, CART-65]
 */
export function repriceCart(context: CartsContext, cartId: string): Promise<CartWithLines | undefined> {
  return inTurn(context, cartId, () => repriceNow(context, cartId));
}

/** For those who hold the cart's turn already. */
export async function repriceNow(context: CartsContext, cartId: string, forced?: Forced): Promise<CartWithLines | undefined> {
  const before = await loadCart(context, cartId);
  if (!before || !isRepriceable(before)) return before;
  const { lines, changes } = await askNewPrices(context, before, forced);
  if (changes.priceHash === before.cart.priceHash && isSame(changes.problems, before.cart.problems)) {
    await context.db.sql.updateTable('Cart').set({ stale: false }).where('id', '=', cartId).where('version', '=', before.cart.version).execute();
    return { ...before, cart: { ...before.cart, stale: false } };
  }
  const cart = await context.db.transact(async (tx) => {
    await saveLines(tx, before.lines, lines);
    return writeCart(tx, before.cart, changes, { type: 'REPRICED', actorId: null, now: context.clock.now() });
  });
  return { cart, lines };
}

/** The cart at the prices of now; nothing is written yet. */
export async function askNewPrices(context: CartsContext, before: CartWithLines, forced?: Forced): Promise<PricedCart> {
  const document = await askDocument(askForOwner(context, before.cart), before.cart, before.lines, forced);
  const priced = priceDrafts(before, before.lines, document, context.config);
  const unitsBefore = new Map(before.lines.map((line) => [line.id, line.unitMicro]));
  const moved = before.cart.problems.filter((problem) => problem.code === 'PRICE_CHANGED');
  const found = [...findProblems(priced.lines, document, unitsBefore, priced.changes.currency), ...findGaps(before.cart, priced.lines, priced.changes.pricing, context.config)];
  const problems = keepUnseen(found, moved);
  return { lines: priced.lines, changes: { ...priced.changes, problems } };
}

/** A cart has the prices of its account, whoever or whatever made it look them up again. */
function askForOwner({ viewer, ask, askAs, requestId, trace }: CartsContext, { ownerId, accountId }: Cart): AskPeer {
  if (viewer?.accountId === accountId) return ask;
  return askAs({ viewer: { id: ownerId, kind: 'BUYER', accountId, permissions: [] }, requestId, trace });
}

function isRepriceable({ cart, lines }: CartWithLines): boolean {
  const facts = { heldByCheckout: cart.checkoutId != null, lineCount: lines.length };
  return judge(CART_LIFECYCLE, { status: cart.status, command: 'reprice', roles: ['system'], facts }).allowed;
}

/** Also in their words: how much is left is part of them. */
const isSame = (a: Cart['problems'], b: Cart['problems']): boolean =>
  JSON.stringify(a.map(({ code, lineId, message }) => [code, lineId, message])) === JSON.stringify(b.map(({ code, lineId, message }) => [code, lineId, message]));
