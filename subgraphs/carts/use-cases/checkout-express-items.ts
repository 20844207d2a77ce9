import { answerTo, once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { endOfLife } from '../domain/cart-life.ts';
import { addLines, type WantedLine } from '../domain/change-lines.ts';
import { mayJoin } from '../domain/express-checkout.ts';
import type { KnownItems } from '../domain/merge-lines.ts';
import { stampChanges } from '../domain/who-changed.ts';
import type { Cart } from '../entities/cart.ts';
import { askDocument } from '../peers/catalog.ts';
import { beginCart } from './begin-cart.ts';
import { refuseBlocked } from './confirm-cart.ts';
import { freshReads, prime } from './edit-cart.ts';
import { requireExpressBuyer } from './guard-express.ts';
import { loadCart } from './load-cart.ts';
import { mergesLines, settleLines } from './price-actions.ts';
import { priceDrafts, type PricedCart } from './price-drafts.ts';
import { readCart, type CartWithLines } from './read-cart.ts';
import { requireExpressSetUp, type ExpressSetUp } from './read-express-preferences.ts';
import { saveLines } from './save-lines.ts';
import { inTurn, judgementOf, writeCart } from './write-cart.ts';
import { closeOff, touchExpressOrder, writeExpressOrder } from './write-express-order.ts';

export interface ExpressItems {
  readonly lines: readonly WantedLine[];
  readonly idempotencyKey?: string | null;
  /** What was asked for, when it was more than these lines. */
  readonly asked?: { readonly operation: string; readonly body: unknown };
}

/**
 * The buyer buys items in one step. They join the open express order if it was touched within the interval, under the same
 * preferences and in the same currency; otherwise that one is closed off and another begins. [EXP-04, EXP-07]
 */
export async function checkoutExpressItems(context: CartsContext, { lines, idempotencyKey, asked }: ExpressItems): Promise<Cart> {
  const viewer = requireExpressBuyer(context);
  const command = { operation: 'expressCheckoutItems', body: { lines }, ...asked, key: idempotencyKey };
  return inTurn(context, `express orders of ${viewer.id}`, async () => {
    const known = await answerTo(context.db, viewer, command);
    if (known !== undefined) return readCart(freshReads(context), known);

    const setUp = await requireExpressSetUp(context, viewer);
    const open = await findOpen(context, viewer, setUp);
    const joined = open?.joinable && (await priceWith(context, viewer, open.joinable, lines));
    const joins = joined && joined.changes.currency === joined.before.cart.currency;
    const { before, after, changes } = joins ? joined : await priceWith(context, viewer, await beginExpressCart(context, viewer, setUp), lines);
    refuseBlocked(before.cart.id, changes.problems);

    const written = await context.db.transact(async (tx) => {
      let saved: Cart | undefined;
      const id = await once(tx, viewer, command, async () => {
        const now = context.clock.now();
        if (open && !joins) await closeOff(tx, open.cartId);
        await saveLines(tx, before.lines, after);
        saved = await writeCart(tx, before.cart, { ...changes, expiresAt: endOfLife(before.cart, now, context.config) }, { type: joins ? 'EXPRESS_JOINED' : 'EXPRESS_QUEUED', actorId: viewer.id, now, payload: { lines: after.length } });
        await (joins ? touchExpressOrder(tx, saved, viewer) : writeExpressOrder(tx, saved, 'ITEMS', viewer, setUp));
        return saved.id;
      });
      return saved ?? id;
    });
    return typeof written === 'string' ? readCart(freshReads(context), written) : prime(context, written, after);
  });
}

/** The one express order that items may join, and its cart if they really may now. */
async function findOpen(context: CartsContext, viewer: Viewer, { preferencesVersion }: ExpressSetUp): Promise<{ cartId: string; joinable?: CartWithLines } | undefined> {
  const order = await context.db.sql.selectFrom('ExpressOrder').selectAll().where('accountId', '=', viewer.accountId).where('openFor', '=', viewer.id).executeTakeFirst();
  if (!order) return undefined;
  const { cartId } = order;
  const now = context.clock.now();
  const found = mayJoin(order, preferencesVersion, now, context.config.expressConsolidationMinutes) ? await loadCart(context, cartId) : undefined;
  const isJoinable = found && judgementOf(found.cart, 'join', { role: 'owner', status: found.cart.status }, found.lines.length, now).allowed;
  return isJoinable ? { cartId, joinable: found } : { cartId };
}

async function beginExpressCart(context: CartsContext, viewer: Viewer, { settings }: ExpressSetUp): Promise<CartWithLines> {
  return { cart: await beginCart(context, viewer, { status: 'EXPRESS', source: 'EXPRESS', ...settings }), lines: [] };
}

interface Priced {
  readonly before: CartWithLines;
  readonly after: PricedCart['lines'];
  readonly changes: PricedCart['changes'];
}

async function priceWith(context: CartsContext, viewer: Viewer, before: CartWithLines, wanted: readonly WantedLine[]): Promise<Priced> {
  const { cart } = before;
  const draw = (merge: KnownItems | undefined) => ({ draft: { lines: addLines(before.lines, wanted, { addedById: viewer.id, newId, merge }) } });
  const { draft, document } = await settleLines(mergesLines(context, cart), draw, ({ draft: { lines } }) => askDocument(context.ask, cart, lines));
  const { lines, changes } = priceDrafts(before, draft.lines, document, context.config);
  return { before, changes, after: stampChanges(before.lines, lines, viewer.id, context.clock.now()) };
}
