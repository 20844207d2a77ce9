import { answerTo, once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { requantified, type DraftLine } from '../domain/change-lines.ts';
import { NO_PRICING } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import { askDefaultAgreement, askDocument } from '../peers/catalog.ts';
import { createCart } from './create-cart.ts';
import { activeCartId, mayRead, noSuchCart, readCart, type CartWithLines } from './read-cart.ts';
import { loadCart } from './load-cart.ts';
import { priceDrafts } from './price-drafts.ts';
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
  readonly change?: (lines: readonly CartLine[], viewer: Viewer) => DraftLine[];
  /** What the price of the whole cart depends on. */
  readonly settings?: (cart: Cart) => Partial<PriceSettings>;
  /** A last look at the new price, which may refuse the edit. */
  readonly accept?: (cart: Partial<Cart>) => void;
}

export type PriceSettings = Pick<Cart, 'agreementId' | 'promotionCodes' | 'shippingMethod'>;

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

    const found = await findCart(context, viewer, edit);
    const settings = edit.settings?.(found.cart) ?? {};
    const before = { ...found, cart: { ...found.cart, ...settings } };
    judgeCart(before.cart, 'edit', roleOf(viewer), before.lines.length);
    refuseStale(before.cart, edit.expectedVersion);
    const drafts: readonly DraftLine[] = edit.change?.(before.lines, viewer) ?? before.lines;
    const after = priceDrafts(before, drafts, await askDocument(context.ask, before.cart, drafts, { stockOf: requantified(before.lines, drafts) }));
    edit.accept?.(after.changes);

    const written = await context.db.transact(async (tx) => {
      let saved: Cart | undefined;
      const id = await once(tx, viewer, command, async () => {
        if (before.isNew) await createCart(tx, before.cart, viewer);
        await saveLines(tx, before.lines, after.lines);
        const event = { type: edit.cause, actorId: viewer.id, now: context.clock.now(), payload: { lines: after.lines.length } };
        const { activeCartDays, savedCartDays } = context.config;
        const expiresAt = context.clock.inDays(before.cart.name == null ? activeCartDays : savedCartDays); // [CART-50]
        saved = await writeCart(tx, before.cart, { ...settings, ...after.changes, expiresAt }, event);
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
  if (cartId === undefined) return { cart: await newCart(context, viewer), lines: [], isNew: true };
  const found = await loadCart(context, cartId);
  if (!found || !mayRead(viewer, found.cart)) throw noSuchCart(cartId);
  return { ...found, isNew: false };
}

/** Version 0 is a cart that is not there yet: the first change makes it version 1. A business buyer's begins with the account's agreement. [CART-69] */
async function newCart({ ask, clock, config }: CartsContext, viewer: Viewer): Promise<Cart> {
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
    discountTotalMinor: 0n,
    taxTotalMinor: 0n,
    shippingTotalMinor: 0n,
    totalMinor: 0n,
    priceHash: '',
    problems: [],
    guest: viewer.kind === 'GUEST',
    agreementId: viewer.kind === 'BUYER' ? await askDefaultAgreement(ask, viewer.accountId) : null,
    promotionCodes: [],
    shippingMethod: null,
    pricing: NO_PRICING,
    stale: false,
    checkoutId: null,
    updatedById: viewer.id,
    expiresAt: clock.inDays(config.activeCartDays),
    createdAt: now,
    updatedAt: now,
  };
}
