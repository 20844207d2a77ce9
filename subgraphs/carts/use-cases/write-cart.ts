import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { write } from '#kernel/statement.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { CART_LIFECYCLE, type CartCommand, type CartRole, type CartStatus } from '../domain/cart-lifecycle.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartsTables } from '../entities/tables.ts';

export type CartsTx = Tx<CartsTables>;

export const roleOf = (viewer: Viewer): CartRole => (viewer.kind === 'GUEST' ? 'guestOwner' : 'owner');

/** May this be done to the cart now? @returns the status it leads to */
export function judgeCart(cart: Cart, command: CartCommand, role: CartRole, lineCount: number): CartStatus {
  const facts = { heldByCheckout: cart.checkoutId !== null && cart.checkoutId !== undefined, lineCount };
  return judgeOrRefuse(CART_LIFECYCLE, { status: cart.status, command, roles: [role], facts }, { cartId: cart.id }).to;
}

export function refuseStale(cart: Cart, expectedVersion: number | null | undefined): void {
  if (expectedVersion == null || expectedVersion === cart.version) return;
  throw refuse('STALE_VERSION', `The cart is at version ${cart.version}, not ${expectedVersion}.`, {
    cartId: cart.id,
    expectedVersion,
    currentVersion: cart.version,
    changedBy: cart.updatedById ?? null,
  });
}

/** Someone else wrote between our reading and our writing. Tried again for commutative writes. */
export class Overtaken extends Error {}

/**
 * Writes the root row of a cart and its event: the version goes up by one, and only if nobody overtook us since we read.
 * Every change of anything inside a cart goes through here.
 */
export async function writeCart(
  tx: CartsTx,
  before: Cart,
  changes: Partial<Cart>,
  event: { type: string; actorId: string | null; now: Date; payload?: Record<string, unknown> },
): Promise<Cart> {
  const version = before.version + 1;
  const changed = { ...changes, version, updatedAt: event.now, updatedById: event.actorId };
  if ((await write(tx.sql, updateCart, { ...changed, id: before.id, readVersion: before.version })) !== 1) throw new Overtaken();
  await tx.announce({
    accountId: before.accountId,
    aggregateType: 'cart',
    aggregateId: before.id,
    aggregateVersion: version,
    type: event.type,
    actorId: event.actorId,
    payload: event.payload,
  });
  return { ...before, ...changed };
}

const updateCart = (sql: CartsTx['sql'], { id, readVersion, ...changed }: Partial<Cart> & { id: string; readVersion: number }) =>
  sql.updateTable('Cart').set(changed).where('id', '=', id).where('version', '=', readVersion);

const MAX_TRIES = 5;

/** One change of one cart at a time in this process; overtaken by another process, it starts again from what is there now. */
export function inTurn<T>({ turns }: CartsContext, key: string, attempt: () => Promise<T>): Promise<T> {
  return turns.take(key, async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        if (tries === MAX_TRIES) throw refuse('CONFLICT', 'Others kept changing this cart. Try again.');
      }
    }
  });
}
