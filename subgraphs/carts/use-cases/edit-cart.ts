import { answerTo, once } from '#kernel/idempotency.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { acceptPricing, readActions, type NamedAction } from '../domain/apply-actions.ts';
import type { CartAction } from '../domain/cart-actions.ts';
import { changesOfLines } from '../domain/cart-changes.ts';
import { endOfLife } from '../domain/cart-life.ts';
import { stampChanges } from '../domain/who-changed.ts';
import type { StandingLine } from '../domain/standing-lines.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import { beginCart } from './begin-cart.ts';
import { pointFirst } from './set-active-cart.ts';
import { findUsual } from './find-checkout-defaults.ts';
import type { Standing } from './find-standing.ts';
import { activeCartId, openFor, readCart } from './read-cart.ts';
import { loadForEdit, type EditedCart } from './load-cart.ts';
import { isWhole, priceActions } from './price-actions.ts';
import { saveLines } from './save-lines.ts';
import { inTurn, judgeCart, refuseStale, writeCart, type CartsTx } from './write-cart.ts';

export interface CartEdit {
  readonly operation: string;
  /** The cart to change; absent means the viewer's active cart, made when there is none. */
  readonly cartId?: string | null;
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
  readonly cause: string;
  readonly actions: readonly CartAction[];
  /** What the client asked for, where the actions are only what became of that. */
  readonly body?: unknown;
  /** Whether the client sent several actions, and hears which one was refused and which were done. */
  readonly many?: boolean;
  /** What else happens with the edit or not at all. @param before the lines as the edit found them */
  readonly within?: (tx: CartsTx, before: readonly StandingLine[]) => Promise<unknown>;
}

/**
 * Changes the content of a cart and reprices it whole: all actions on top of each other, one question to the catalog, then
 * one transaction with the lines, the root row and the event. Nothing is written when anything is refused. [CART-62]
 */
export async function editCart(context: CartsContext, edit: CartEdit): Promise<Cart> {
  const viewer = requireViewer(context);
  const { operation, cartId = null, many = false } = edit;
  const asked = readActions(edit.actions);
  const command = { operation, key: edit.idempotencyKey, body: edit.body ?? { cartId, actions: edit.actions } };
  return inTurn(context, cartId ?? `active cart of ${viewer.id}`, async () => {
    const known = await answerTo(context.db, viewer, command);
    if (known !== undefined) return readCart(freshReads(context), known);

    const before = await findCart(context, viewer, cartId);
    judgeCart(before.cart, 'edit', before.standing, before.lines.length);
    refuseStale(before.cart, edit.expectedVersion, viewer);
    const actions = [...asked, ...(await usualOf(context, viewer, before))];
    const { call, settings, changes, before: linesBefore, after: priced } = await priceActions(context, before, actions, viewer, many);
    acceptPricing(changes.pricing, actions, many);
    const after = stampChanges(before.lines, priced, viewer.id, context.clock.now());

    const written = await context.db.transact(async (tx) => {
      let saved: Cart | undefined;
      const id = await once(tx, viewer, command, async () => {
        if (before.isNew) await pointFirst(tx, viewer, before.cart.id);
        await saveLines(tx, linesBefore, after);
        await edit.within?.(tx, before.lines);
        const payload = { lines: after.length, pricing: call, ...(many && { actions: asked.map(({ name }) => name) }) };
        const now = context.clock.now();
        const expiresAt = endOfLife(before.cart, now, context.config); // [CART-52]
        saved = await writeCart(tx, before.cart, { ...settings, ...changes, expiresAt }, { type: edit.cause, actorId: viewer.id, now, payload, changes: changesOfLines(linesBefore, after, before.cart.currency) });
        return saved.id;
      });
      return saved ?? id;
    });
    if (typeof written === 'string') return readCart(freshReads(context), written);
    return primeKnown(context, written, after);
  });
}

/** A first line brings along what its owner usually says; after all else, so that it is never over what is said now. [CHK-08, CHK-09] */
async function usualOf(context: CartsContext, viewer: Viewer, { lines, standing }: { readonly lines: readonly StandingLine[]; readonly standing: Standing }): Promise<NamedAction[]> {
  return lines.length === 0 && standing.role === 'owner' ? [{ name: 'fillDefaults', input: await findUsual(context, viewer) }] : [];
}

/** Reads again inside a turn must not be answered from what the request loaded before it waited. */
export function freshReads(context: CartsContext): CartsContext {
  context.loaders.cartById.clearAll();
  context.loaders.linesOfCart.clearAll();
  context.loaders.membershipOf.clearAll();
  return context;
}

/** Lines that are not known in full are read when somebody wants to see them. */
function primeKnown(context: CartsContext, cart: Cart, lines: readonly StandingLine[]): Cart {
  const whole = lines.filter(isWhole);
  if (whole.length === lines.length) return prime(context, cart, whole);
  freshReads(context).loaders.cartById.prime(cart.id, cart);
  return cart;
}

export function prime({ loaders }: CartsContext, cart: Cart, lines: CartLine[]): Cart {
  loaders.cartById.clear(cart.id).prime(cart.id, cart);
  loaders.linesOfCart.clear(cart.id).prime(cart.id, lines);
  return cart;
}

async function findCart(context: CartsContext, viewer: Viewer, wanted: string | null): Promise<EditedCart & { readonly isNew: boolean; readonly standing: Standing }> {
  const cartId = wanted ?? (await activeCartId(context, viewer));
  if (cartId === undefined) {
    const cart = await beginCart(context, viewer);
    return { cart, lines: [], isNew: true, standing: { role: viewer.kind === 'GUEST' ? 'guestOwner' : 'owner', status: cart.status } };
  }
  const found = await loadForEdit(context, cartId);
  context.loaders.membershipOf.clear(cartId);
  return { ...(await openFor(context, found?.cart, cartId)), lines: found?.lines ?? [], isNew: false };
}
