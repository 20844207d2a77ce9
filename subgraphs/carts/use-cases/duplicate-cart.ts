import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { may, type Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { endOfLife } from '../domain/cart-life.ts';
import type { DraftLine } from '../domain/change-lines.ts';
import { copyControlled } from '../domain/copy-lines.ts';
import type { Cart } from '../entities/cart.ts';
import { askDocument } from '../peers/catalog.ts';
import { beginCart } from './begin-cart.ts';
import { duplicateAttachments } from './duplicate-attachments.ts';
import { prime } from './edit-cart.ts';
import { priceDrafts } from './price-drafts.ts';
import { openFor, readCart, type CartWithLines } from './read-cart.ts';
import { readName } from './save-cart.ts';
import { saveLines } from './save-lines.ts';
import { judgeCart, writeCart, type CartsTx } from './write-cart.ts';

/** The buyer copies a cart under a new name: repriced, saved, not made active. [CART-43, CART-46, CART-47, CART-49] */
export async function duplicateCart(context: CartsContext, cartId: string, name: string): Promise<Cart> {
  const viewer = requireCopier(context);
  const original = await readCart(context, cartId);
  const lines = await context.loaders.linesOfCart.load(cartId);
  const { standing } = await openFor(context, original, cartId);
  judgeCart(original, 'duplicate', standing, lines.length);
  if (original.everShared || standing.role !== 'owner') return saveCopy(context, viewer, await controlledCopy(context, viewer, name, lines), { cartId });
  return saveCopy(context, viewer, fullCopy(context, original, lines, name), { cartId }, (tx, copyId) => duplicateAttachments(tx, cartId, copyId));
}

/** A copy before it is priced. `known` are lines whose last price may stand where there is no new one. */
export interface Copy {
  readonly cart: Cart;
  readonly drafts: readonly DraftLine[];
  readonly known: CartWithLines['lines'];
}

/** Everything but what happened to the original. What else may belong to a cart one day is copied here too. [CART-46] */
function fullCopy({ clock, config }: CartsContext, original: Cart, lines: CartWithLines['lines'], name: string): Copy {
  const now = clock.now();
  const cart: Cart = { ...original, id: newId(), name: readName(name), status: 'SAVED', source: 'STOREFRONT', version: 0, checkoutId: null, heldUntil: null, partnerPricedHash: null, quoteId: null, orderNumber: null, createdAt: now };
  const drafts = lines.map((line) => ({ ...line, id: newId(), cartId: cart.id }));
  return { cart: { ...cart, expiresAt: endOfLife(cart, now, config) }, drafts, known: drafts };
}

/** The products and how much of them, for whoever copies; nothing of what its owner settled. [CART-47, CART-48] */
export async function controlledCopy(context: CartsContext, viewer: Viewer, name: string, lines: Parameters<typeof copyControlled>[0]): Promise<Copy> {
  const cart = await beginCart(context, viewer, { name: readName(name), status: 'SAVED', agreementId: null });
  const keepsAgreements = context.config.lineAgreements && viewer.kind === 'BUYER' && may(viewer, 'USE_PRICING_AGREEMENT');
  return { cart, drafts: copyControlled(lines, { copierId: viewer.id, keepsAgreements, newId }), known: [] };
}

export async function saveCopy(context: CartsContext, viewer: Viewer, { cart, drafts, known }: Copy, from: { cartId: string } | { quoteId: string }, within?: (tx: CartsTx, copyId: string) => Promise<void>): Promise<Cart> {
  const priced = priceDrafts({ cart, lines: known }, drafts, await askDocument(context.ask, cart, drafts), context.config);
  const written = await context.db.transact(async (tx) => {
    await saveLines(tx, [], priced.lines);
    await within?.(tx, cart.id);
    return writeCart(tx, cart, priced.changes, { type: 'DUPLICATED', actorId: viewer.id, now: context.clock.now(), payload: { from } });
  });
  return prime(context, written, priced.lines);
}

/** A copy is a saved cart, and those are for who can come back to them. */
export function requireCopier(context: CartsContext): Viewer {
  const viewer = requireViewer(context);
  if (viewer.kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to copy a cart; yours is kept.');
  return viewer;
}
