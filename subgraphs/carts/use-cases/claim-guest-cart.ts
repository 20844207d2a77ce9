import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { addLines, type DraftLine } from '../domain/change-lines.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import { askGuestOfToken } from '../peers/accounts.ts';
import { askDocument } from '../peers/catalog.ts';
import { putAsideActive } from './activate-cart.ts';
import { pointTo, unpoint } from './create-cart.ts';
import { prime } from './edit-lines.ts';
import { priceDrafts } from './price-drafts.ts';
import { activeCartId, type CartWithLines } from './read-cart.ts';
import { loadCart } from './load-cart.ts';
import { saveLines } from './save-lines.ts';
import { inTurn, judgeCart, roleOf, writeCart, type CartsTx } from './write-cart.ts';

export type GuestCartMode = 'MERGE' | 'KEEP' | 'REMOVE';

/**
 * Someone who shopped as a guest has signed in: the guest's cart is appended to theirs (MERGE), takes its place (KEEP) or is
 * thrown away (REMOVE), in one transaction, so that a failure leaves both as they were. [CART-16..19]
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
  if (found) judgeCart(found.cart, 'delete', 'guestOwner', found.lines.length);
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

/** The guest's lines, priced for their new owner. */
async function merge(context: CartsContext, viewer: Viewer, guest: CartWithLines, ownId: string): Promise<Cart> {
  const own = await loadCart(context, ownId);
  if (!own) return promote(context, viewer, guest);
  judgeCart(own.cart, 'edit', roleOf(viewer), own.lines.length);
  const wanted = guest.lines.map((line) => ({ sku: line.sku, quantity: fromMicro(line.quantityMicro), uom: line.uom }));
  const drafts: DraftLine[] = wanted.length === 0 ? own.lines : addLines(own.lines, wanted, viewer.id, newId);
  const priced = priceDrafts(own, drafts, await askDocument(context.ask, own.cart, drafts));
  const cart = await context.db.transact(async (tx) => {
    await discard(context, tx, guest.cart, viewer);
    await saveLines(tx, own.lines, priced.lines);
    return writeCart(tx, own.cart, priced.changes, { type: 'GUEST_CART_MERGED', actorId: viewer.id, now: context.clock.now() });
  });
  return prime(context, cart, priced.lines);
}

/** The guest's cart becomes the viewer's active one; what was active is put aside. */
async function promote(context: CartsContext, viewer: Viewer, guest: CartWithLines): Promise<Cart> {
  const mine: Cart = { ...guest.cart, id: newId(), accountId: viewer.accountId, ownerId: viewer.id, guest: false, version: 0, checkoutId: null };
  const drafts = guest.lines.map((line): CartLine => ({ ...line, id: newId(), cartId: mine.id, accountId: viewer.accountId, addedById: viewer.id }));
  const priced = priceDrafts({ cart: mine, lines: drafts }, drafts, await askDocument(context.ask, mine, drafts));
  const cart = await context.db.transact(async (tx) => {
    await discard(context, tx, guest.cart, viewer);
    await putAsideActive(context, tx, viewer);
    await tx.sql.insertInto('Cart').values(mine).execute();
    await saveLines(tx, [], priced.lines);
    await pointTo(tx, viewer, mine.id);
    return writeCart(tx, mine, priced.changes, { type: 'GUEST_CART_CLAIMED', actorId: viewer.id, now: context.clock.now() });
  });
  return prime(context, cart, priced.lines);
}

/** Throws the guest's cart away. Claimed twice at once, the second finds it at another version and starts again. */
async function discard({ clock }: CartsContext, tx: CartsTx, cart: Cart, viewer: Viewer): Promise<void> {
  await unpoint(tx, cart.id);
  await writeCart(tx, cart, { status: 'DELETED' }, { type: 'DELETED', actorId: viewer.id, now: clock.now() });
}
