import type { CartsContext } from '../context.ts';
import { judge } from '#kernel/lifecycle.ts';
import type { AskPeer } from '#kernel/peers.ts';
import { CART_LIFECYCLE } from '../domain/cart-lifecycle.ts';
import { findProblems, keepUnseen } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { askOffers, type Forced } from '../peers/catalog.ts';
import { loadCart } from './load-cart.ts';
import { priceDrafts } from './edit-lines.ts';
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
  const offers = await askOffers(askForOwner(context, before.cart), before.lines, forced);
  const priced = priceDrafts(before, before.lines, offers);
  const unitsBefore = new Map(before.lines.map((line) => [line.id, line.unitMicro]));
  const moved = before.cart.problems.filter((problem) => problem.code === 'PRICE_CHANGED');
  const problems = keepUnseen(findProblems(priced.lines, offers, unitsBefore, priced.currency), moved);
  if (priced.hash === before.cart.priceHash && isSame(problems, before.cart.problems)) {
    await context.db.sql.updateTable('Cart').set({ stale: false }).where('id', '=', cartId).where('version', '=', before.cart.version).execute();
    return before;
  }
  const cart = await context.db.transact(async (tx) => {
    await saveLines(tx, before.lines, priced.lines);
    const changes = { ...priced.totals, currency: priced.currency, priceHash: priced.hash, problems, stale: false };
    return writeCart(tx, before.cart, changes, { type: 'REPRICED', actorId: null, now: context.clock.now() });
  });
  return { cart, lines: priced.lines };
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
