import { answerTo, once } from '#kernel/idempotency.ts';
import type { CartsContext } from '../context.ts';
import { endOfLife } from '../domain/cart-life.ts';
import type { Cart } from '../entities/cart.ts';
import { askDocument } from '../peers/catalog.ts';
import { refuseBlocked } from './confirm-cart.ts';
import { freshReads, prime } from './edit-cart.ts';
import { requireExpressBuyer } from './guard-express.ts';
import { loadCart } from './load-cart.ts';
import { priceDrafts } from './price-drafts.ts';
import { noSuchCart, openFor, readCart } from './read-cart.ts';
import { requireExpressSetUp } from './read-express-preferences.ts';
import { saveLines } from './save-lines.ts';
import { unpoint } from './set-active-cart.ts';
import { inTurn, judgeCart, refuseStale, writeCart } from './write-cart.ts';
import { writeExpressOrder } from './write-express-order.ts';

export interface ExpressCart {
  readonly cartId: string;
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** The owner buys a whole cart in one step, shipped and paid as their preferences say: an express order by itself. [EXP-04, EXP-08, EXP-14] */
export async function checkoutExpressCart(context: CartsContext, { cartId, expectedVersion, idempotencyKey }: ExpressCart): Promise<Cart> {
  const viewer = requireExpressBuyer(context);
  const command = { operation: 'expressCheckoutCart', key: idempotencyKey, body: { cartId } };
  return inTurn(context, cartId, async () => {
    const known = await answerTo(context.db, viewer, command);
    if (known !== undefined) return readCart(freshReads(context), known);

    const seen = await loadCart(freshReads(context), cartId);
    if (!seen) throw noSuchCart(cartId);
    const { cart, standing } = await openFor(context, seen.cart, cartId);
    const status = judgeCart(cart, 'queue', standing, seen.lines.length);
    refuseStale(cart, expectedVersion, viewer);
    const setUp = await requireExpressSetUp(context, viewer);
    const asPreferred = { ...cart, ...setUp.settings };
    const { lines, changes } = priceDrafts({ cart: asPreferred, lines: seen.lines }, seen.lines, await askDocument(context.ask, asPreferred, seen.lines), context.config);
    refuseBlocked(cartId, changes.problems);

    const written = await context.db.transact(async (tx) => {
      let saved: Cart | undefined;
      const id = await once(tx, viewer, command, async () => {
        const now = context.clock.now();
        await saveLines(tx, seen.lines, lines);
        await unpoint(tx, cartId);
        saved = await writeCart(tx, cart, { ...setUp.settings, ...changes, status, expiresAt: endOfLife(cart, now, context.config) }, { type: 'EXPRESS_QUEUED', actorId: viewer.id, now, payload: { lines: lines.length } });
        await writeExpressOrder(tx, saved, 'CART', viewer, setUp);
        return saved.id;
      });
      return saved ?? id;
    });
    return typeof written === 'string' ? readCart(freshReads(context), written) : prime(context, written, lines);
  });
}
