import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isBusiness, type Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { settingsOf } from '../domain/cart-draft.ts';
import { fillDefaults } from '../domain/checkout-defaults.ts';
import { appendLines } from '../domain/change-lines.ts';
import type { KnownItems } from '../domain/merge-lines.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import { askGuestOfToken } from '../peers/accounts.ts';
import { askDocument } from '../peers/catalog.ts';
import { endOfLife } from '../domain/cart-life.ts';
import { putAsideActive } from './activate-cart.ts';
import { beginCart } from './begin-cart.ts';
import { findUsual } from './find-checkout-defaults.ts';
import { pointTo, unpoint } from './set-active-cart.ts';
import { prime } from './edit-cart.ts';
import { mergesLines, settleLines } from './price-actions.ts';
import { priceDrafts, type PricedCart } from './price-drafts.ts';
import { activeCartId, openFor, type CartWithLines } from './read-cart.ts';
import { loadCart } from './load-cart.ts';
import { saveLines } from './save-lines.ts';
import { inTurn, judgeCart, refuseBelow, writeCart, type CartsTx } from './write-cart.ts';

export type GuestCartMode = 'MERGE' | 'KEEP' | 'REMOVE';

/**
 * Someone who shopped as a guest has signed in: the guest's cart is appended to theirs (MERGE), takes its place (KEEP) or is
 * thrown away (REMOVE), in one transaction, so that a failure leaves both as they were. [CART-16..21]
 */
export async function claimGuestCart(context: CartsContext, guestToken: string, mode: GuestCartMode): Promise<Cart | null> {
  const viewer = requireViewer(context);
  if (viewer.kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to claim a guest cart.');
  const guest = await askGuestOfToken(context.ask, guestToken);
  if (!guest) throw refuse('BAD_USER_INPUT', 'This is not a valid token of a guest.');
  const guestCartId = await activeCartId(context, asGuest(guest));
  return inTurn(context, guestCartId ?? guest.id, () => settle(context, viewer, guest, mode));
}

/** Reads anew inside the turn: somebody else may have claimed the cart meanwhile, or the guest have gone on adding. */
async function settle(context: CartsContext, viewer: Viewer, guest: Guest, mode: GuestCartMode): Promise<Cart | null> {
  const found = await openCartOf(context, guest);
  const ownId = await activeCartId(context, viewer);
  if (found) judgeClaim(found);
  if (found && mode === 'MERGE' && ownId) return context.turns.take(ownId, () => merge(context, viewer, found, ownId));
  if (found && mode !== 'REMOVE') return promote(context, viewer, found);
  if (found) await context.db.transact((tx) => discard(context, tx, found.cart, viewer));
  return ownId ? ((await loadCart(context, ownId))?.cart ?? null) : null;
}

interface Guest {
  readonly id: string;
  readonly accountId: string;
}

const asGuest = ({ id, accountId }: Guest): Viewer => ({ id, accountId, kind: 'GUEST', permissions: [] });

async function openCartOf(context: CartsContext, guest: Guest): Promise<CartWithLines | undefined> {
  const id = await activeCartId(context, asGuest(guest));
  return id ? loadCart(context, id) : undefined;
}

/** Only what a guest put together and nobody named is taken over. [CART-20] */
function judgeClaim({ cart, lines }: CartWithLines): void {
  const { id: cartId, name, source } = cart;
  if (name != null || source !== 'GUEST') throw refuse('CART_NOT_GUEST', 'Only the nameless cart of a guest is taken over at sign-in.', { cartId, name, source });
  judgeCart(cart, 'delete', { role: 'guestOwner', status: cart.status }, lines.length);
}

/** The guest's lines, priced for their new owner. */
async function merge(context: CartsContext, viewer: Viewer, guest: CartWithLines, ownId: string): Promise<Cart | null> {
  const own = await loadCart(context, ownId);
  if (!own) return promote(context, viewer, guest);
  const { standing } = await openFor(context, own.cart, ownId);
  refuseBelow(own.cart, 'append', standing, 'Only its owner appends a cart to a shared one.');
  judgeCart(own.cart, 'edit', standing, own.lines.length);
  const usual = await findUsual(context, viewer).catch(() => ({})); // a convenience, and no reason to lose the lines [CHK-08]
  const settings = fillDefaults(settingsOf(own.cart), usual);
  const priced = await priceTogether(context, viewer, { ...own, cart: { ...own.cart, ...settings } }, guest).catch((error: unknown) => {
    context.log('a guest cart could not be merged; both carts were saved', { cartId: ownId, error: String(error) });
    return undefined; // who has just signed in cannot come back as the guest to try again: nothing may be lost
  });
  if (!priced) return keepBoth(context, viewer, guest, own);
  const now = context.clock.now();
  const cart = await context.db.transact(async (tx) => {
    await discard(context, tx, guest.cart, viewer);
    await saveLines(tx, own.lines, priced.lines);
    const changes = { ...settings, ...priced.changes, expiresAt: endOfLife(own.cart, now, context.config) };
    return writeCart(tx, own.cart, changes, { type: 'GUEST_CART_MERGED', actorId: viewer.id, now });
  });
  return prime(context, cart, priced.lines);
}

async function priceTogether(context: CartsContext, viewer: Viewer, own: CartWithLines, guest: CartWithLines): Promise<PricedCart> {
  const theirs = guest.lines.map(({ sku, quantityMicro, uom, configuration, fields, note, shipping }) => ({ sku, quantityMicro, uom, configuration, fields, note, shipping: shipping && { ...shipping, ...NOWHERE } }));
  const draw = (merge: KnownItems | undefined) => ({ draft: { lines: appendLines(own.lines, theirs, { addedById: viewer.id, newId, merge }) } });
  const { draft, document } = await settleLines(mergesLines(context, own.cart, guest.cart), draw, ({ draft: { lines } }) => askDocument(context.ask, own.cart, lines));
  return priceDrafts(own, draft.lines, document, context.config);
}

/** Both carts wait among the saved ones, the guest's to be priced when it is next opened; nothing is active. [CART-21] */
async function keepBoth(context: CartsContext, viewer: Viewer, guest: CartWithLines, own: CartWithLines): Promise<null> {
  const { accountId, id: ownerId } = viewer;
  const now = context.clock.now();
  const mine: Cart = { ...guest.cart, ...NOWHERE, billToAddressId: null, id: newId(), accountId, ownerId, guest: false, business: isBusiness(viewer), source: 'STOREFRONT', status: 'SAVED', nameKey: 'SYSTEM_SAVED', timeZone: own.cart.timeZone, stale: true, version: 0 };
  await context.db.transact(async (tx) => {
    await discard(context, tx, guest.cart, viewer);
    await putAsideActive(context, tx, viewer);
    await saveLines(tx, [], ownedBy(mine, guest.lines));
    await writeCart(tx, mine, { expiresAt: endOfLife(mine, now, context.config) }, { type: 'GUEST_CART_CLAIMED', actorId: viewer.id, now });
  });
  return null;
}

/** The guest's cart becomes the viewer's active one, with what their new carts begin with; what was active is put aside. [CART-16, CART-18] */
async function promote(context: CartsContext, viewer: Viewer, guest: CartWithLines): Promise<Cart> {
  const { currency, promotionCodes, shippingMethod, note, fields } = guest.cart;
  const [begun, usual] = await Promise.all([beginCart(context, viewer, { currency, promotionCodes, shippingMethod, note, fields }), findUsual(context, viewer)]);
  const mine = { ...begun, ...fillDefaults(settingsOf(begun), usual) };
  const drafts = ownedBy(mine, guest.lines);
  const priced = priceDrafts({ cart: mine, lines: drafts }, drafts, await askDocument(context.ask, mine, drafts), context.config);
  const cart = await context.db.transact(async (tx) => {
    await discard(context, tx, guest.cart, viewer);
    await putAsideActive(context, tx, viewer);
    await saveLines(tx, [], priced.lines);
    await pointTo(tx, viewer, mine.id);
    return writeCart(tx, mine, priced.changes, { type: 'GUEST_CART_CLAIMED', actorId: viewer.id, now: context.clock.now() });
  });
  return prime(context, cart, priced.lines);
}

/** The address book of the guest is not that of who signed in: what pointed into it goes where the cart goes. */
const ownedBy = ({ id: cartId, accountId, ownerId }: Cart, lines: readonly CartLine[]): CartLine[] =>
  lines.map(({ shipping, ...line }) => ({ ...line, id: newId(), cartId, accountId, addedById: ownerId, shipping: shipping && { ...shipping, ...NOWHERE } }));
const NOWHERE = { shipToAddressId: null, shipToCountry: null };

/** Takes the guest's cart out of the world. Claimed twice at once, the second finds it gone, or at another version, and starts again. */
async function discard({ clock }: CartsContext, tx: CartsTx, cart: Cart, viewer: Viewer): Promise<void> {
  await unpoint(tx, cart.id);
  await writeCart(tx, cart, { status: 'DELETED' }, { type: 'DELETED', actorId: viewer.id, now: clock.now() });
  await tx.sql.deleteFrom('CartLine').where('cartId', '=', cart.id).execute();
  await tx.sql.deleteFrom('Cart').where('id', '=', cart.id).execute();
}
