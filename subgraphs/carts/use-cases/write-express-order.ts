import type { Viewer } from '#kernel/viewer.ts';
import type { ExpressKind } from '../domain/express-checkout.ts';
import type { Cart } from '../entities/cart.ts';
import type { ExpressSetUp } from './read-express-preferences.ts';
import { Overtaken, type CartsTx } from './write-cart.ts';

/** A cart becomes an express order. Of two first ones at once the second starts again and finds the other to join. */
export async function writeExpressOrder(tx: CartsTx, cart: Cart, kind: ExpressKind, viewer: Viewer, { preferencesVersion, payment }: ExpressSetUp): Promise<void> {
  const { id: cartId, accountId, ownerId, updatedAt: now } = cart;
  const openFor = kind === 'ITEMS' ? ownerId : null; // a whole cart stays by itself [EXP-08]
  const row = { cartId, accountId, ownerId, kind, openFor, preferencesVersion, ...payment, facts: { viewer }, queuedAt: now, touchedAt: now };
  const { numInsertedOrUpdatedRows } = await tx.sql.insertInto('ExpressOrder').values(row).onConflict((oc) => oc.doNothing()).executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken();
}

/** More has joined an express order: it waits anew. */
export async function touchExpressOrder(tx: CartsTx, { id, updatedAt }: Cart, viewer: Viewer): Promise<void> {
  await tx.sql.updateTable('ExpressOrder').set({ touchedAt: updatedAt, facts: { viewer } }).where('cartId', '=', id).execute();
}

/** Nothing joins it any more. */
export async function closeOff(tx: CartsTx, cartId: string): Promise<void> {
  await tx.sql.updateTable('ExpressOrder').set({ openFor: null }).where('cartId', '=', cartId).execute();
}
