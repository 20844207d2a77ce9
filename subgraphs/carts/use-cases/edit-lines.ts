import { refuse, type ErrorCode } from '#kernel/errors.ts';
import { answerTo, once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { requantified, type DraftLine } from '../domain/change-lines.ts';
import { findProblems, priceLine, totalsOf, type Offer } from '../domain/price-cart.ts';
import { priceHash } from '../domain/price-hash.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import { askOffers } from '../peers/catalog.ts';
import { createCart } from './create-cart.ts';
import { activeCartId, mayRead, noSuchCart, readCart, type CartWithLines } from './read-cart.ts';
import { loadCart } from './load-cart.ts';
import { saveLines } from './save-lines.ts';
import { inTurn, judgeCart, refuseStale, roleOf, writeCart } from './write-cart.ts';

export interface LineEdit {
  readonly operation: string;
  /** The cart to change; absent means the viewer's active cart, made when there is none. */
  readonly cartId?: string | null;
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
  readonly body: unknown;
  readonly cause: string;
  readonly change: (lines: readonly CartLine[], viewer: Viewer) => DraftLine[];
}

/**
 * Changes the lines of a cart and reprices it whole: one question to the catalog, then one transaction with the lines, the
 * root row and the event. Nothing is written when anything is refused.
 */
export async function editLines(context: CartsContext, edit: LineEdit): Promise<Cart> {
  const viewer = requireViewer(context);
  const command = { operation: edit.operation, key: edit.idempotencyKey, body: edit.body };
  return inTurn(context, edit.cartId ?? `active cart of ${viewer.id}`, async () => {
    const known = await answerTo(context.db, viewer, command);
    if (known !== undefined) return readCart(freshReads(context), known);

    const before = await findCart(context, viewer, edit);
    judgeCart(before.cart, 'edit', roleOf(viewer), before.lines.length);
    refuseStale(before.cart, edit.expectedVersion);
    const drafts = edit.change(before.lines, viewer);
    const offers = await askOffers(context.ask, drafts, { stockOf: requantified(before.lines, drafts) });
    const after = priceDrafts(before, drafts, offers);

    const written = await context.db.transact(async (tx) => {
      let saved: Cart | undefined;
      const id = await once(tx, viewer, command, async () => {
        if (before.isNew) await createCart(tx, before.cart, viewer);
        await saveLines(tx, before.lines, after.lines);
        const event = { type: edit.cause, actorId: viewer.id, now: context.clock.now(), payload: { lines: after.lines.length } };
        const { activeCartDays, savedCartDays } = context.config;
        const expiresAt = context.clock.inDays(before.cart.name == null ? activeCartDays : savedCartDays); // [CART-50]
        saved = await writeCart(tx, before.cart, { ...after.totals, currency: after.currency, priceHash: after.hash, problems: after.problems, stale: false, expiresAt }, event);
        return saved.id;
      });
      return saved ?? id;
    });
    if (typeof written === 'string') return readCart(freshReads(context), written);
    return prime(context, written, after.lines);
  });
}

/** Reads again inside a turn must not be answered from what the request loaded before it waited. */
function freshReads(context: CartsContext): CartsContext {
  context.loaders.cartById.clearAll();
  context.loaders.linesOfCart.clearAll();
  return context;
}

export function prime({ loaders }: CartsContext, cart: Cart, lines: CartLine[]): Cart {
  loaders.cartById.clear(cart.id).prime(cart.id, cart);
  loaders.linesOfCart.clear(cart.id).prime(cart.id, lines);
  return cart;
}

async function findCart(context: CartsContext, viewer: Viewer, edit: LineEdit): Promise<CartWithLines & { isNew: boolean }> {
  const cartId = edit.cartId ?? (await activeCartId(context, viewer));
  if (cartId === undefined) return { cart: newCart(context, viewer), lines: [], isNew: true };
  const found = await loadCart(context, cartId);
  if (!found || !mayRead(viewer, found.cart)) throw noSuchCart(cartId);
  return { ...found, isNew: false };
}

/** Version 0 is a cart that is not there yet: the first change makes it version 1. */
function newCart({ clock, config }: CartsContext, viewer: Viewer): Cart {
  const now = clock.now();
  return {
    id: newId(),
    accountId: viewer.accountId,
    ownerId: viewer.id,
    status: 'ACTIVE',
    name: null,
    currency: 'GBP',
    version: 0,
    subtotalMinor: 0n,
    taxTotalMinor: 0n,
    shippingTotalMinor: 0n,
    totalMinor: 0n,
    priceHash: '',
    problems: [],
    stale: false,
    checkoutId: null,
    updatedById: viewer.id,
    expiresAt: clock.inDays(config.activeCartDays),
    createdAt: now,
    updatedAt: now,
  };
}

export interface PricedCart {
  readonly lines: CartLine[];
  readonly currency: string;
  readonly totals: ReturnType<typeof totalsOf>;
  readonly hash: string;
  readonly problems: Cart['problems'];
}

/** Puts prices on drafts. A new or changed line without a price refuses the edit; an untouched one keeps its last and is a problem. [CART-62, CART-63] */
export function priceDrafts(before: CartWithLines, drafts: readonly DraftLine[], offers: readonly Offer[]): PricedCart {
  const known = new Map(before.lines.map((line) => [line.id, line]));
  const currency = offers.find((offer) => offer.currency !== null)?.currency ?? before.cart.currency;
  const lines = drafts.map((draft, i): CartLine => {
    const offer = offers[i];
    const earlier = known.get(draft.id);
    const unpriced = { ...draft, uom: draft.uom ?? offer?.uom ?? '' };
    const price = offer && priceLine(unpriced, offer);
    if (price) return { ...unpriced, ...price, cartId: before.cart.id, accountId: before.cart.accountId };
    if (earlier && earlier.quantityMicro === draft.quantityMicro) return earlier;
    throw refuseOffer(draft.sku, offer);
  });
  const totals = totalsOf(lines);
  return { lines, currency, totals, hash: priceHash(currency, lines, totals), problems: findProblems(lines, offers, new Map(), currency) };
}

const SENTENCES: { readonly [code: string]: string } = {
  UNKNOWN_SKU: 'is not a product of this shop.',
  UNKNOWN_UOM: 'is not sold in this unit of measure.',
  QUANTITY_INDIVISIBLE: 'is sold in whole units only.',
  PRICE_NOT_FOUND: 'has no price now.',
  PRICE_UNAVAILABLE: 'has a price on request only at the moment; try again.',
};

function refuseOffer(sku: string, offer: Offer | undefined): Error {
  const code = offer?.problem ?? 'PRICE_NOT_FOUND';
  return refuse(code as ErrorCode, `${sku} ${SENTENCES[code] ?? 'cannot be sold now.'}`, { sku });
}
