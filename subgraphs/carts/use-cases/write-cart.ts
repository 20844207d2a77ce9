import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import type { FactChange } from '#kernel/events.ts';
import { judge, type Judgement } from '#kernel/lifecycle.ts';
import { isMemberRole } from '#kernel/share-roles.ts';
import { write } from '#kernel/statement.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { changesOfCart } from '../domain/cart-changes.ts';
import { CART_LIFECYCLE, type CartCommand, type CartFacts, type CartStatus } from '../domain/cart-lifecycle.ts';
import { LEAST_ROLE, members, requiredRole, type CartRole, type SharedOperation } from '../domain/share-roles.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartsTables } from '../entities/tables.ts';
import type { Standing } from './find-standing.ts';

export type CartsTx = Tx<CartsTables>;

/** What the lifecycle asks of a cart. Whether its last day is over counts where it is opened: there the moment is given. */
export function factsOf(cart: Cart, lineCount: number, now?: Date): CartFacts {
  const heldByCheckout = cart.checkoutId != null;
  return { heldByCheckout, lineCount, source: cart.source, pastEnd: now !== undefined && !heldByCheckout && cart.expiresAt < now };
}

/** May somebody who stands so do this to the cart now? */
export function judgementOf(cart: Cart, command: CartCommand, { role, status }: Standing, lineCount: number, now?: Date): Judgement<CartStatus, CartRole, CartFacts> {
  return judge(CART_LIFECYCLE, { status, command, roles: [role], facts: factsOf(cart, lineCount, now) });
}

/** What a member does leaves the cart active or not for its owner, but for these. */
const MOVES_FOR_ALL: ReadonlySet<CartCommand> = new Set(['delete', 'stopSharing']);

/** May this be done to the cart now? @returns the status it leads to */
export function judgeCart(cart: Cart, command: CartCommand, standing: Standing, lineCount: number, now?: Date): CartStatus {
  const { role, status } = standing;
  const judgement = judgementOf(cart, command, standing, lineCount, now);
  if (!judgement.allowed) throw refuse(judgement.code, judgement.reason, { cartId: cart.id, ...became(cart), ...(judgement.code === 'FORBIDDEN' && required(command, role)), status, action: command });
  const { to } = judgement.move;
  return isMemberRole(role) && !MOVES_FOR_ALL.has(command) ? cart.status : to;
}

const became = ({ quoteId, orderNumber, expiresAt }: Cart) => ({ ...(quoteId != null && { quoteId }), ...(orderNumber != null && { orderNumber }), expiresAt });

const required = (command: CartCommand, role: CartRole): { requiredRole?: string } =>
  isMemberRole(role) && command in LEAST_ROLE ? { requiredRole: requiredRole(command as SharedOperation, role) } : {};

/** Refuses a member whose role is too low for what no lifecycle judges. */
export function refuseBelow(cart: Cart, operation: SharedOperation, { role }: Standing, reason: string): void {
  if (isMemberRole(role) && !members(operation).includes(role)) throw refuse('FORBIDDEN', reason, { cartId: cart.id, requiredRole: requiredRole(operation, role) });
}

/** Who made the change that somebody's own is too late for, so that a client can repeat after its own. [CART-36, CART-37] */
export function refuseStale(cart: Cart, expectedVersion: number | null | undefined, viewer: Viewer): void {
  if (expectedVersion == null || expectedVersion === cart.version) return;
  const { id: cartId, version: currentVersion, updatedById: id } = cart;
  const changedBy = id == null ? null : { id, relation: id === viewer.id ? 'you' : 'member' };
  const who = { you: 'You have', member: 'Another member has', none: 'New prices have' }[changedBy?.relation ?? 'none'];
  throw refuse('STALE_VERSION', `${who} changed the cart meanwhile: it is at version ${currentVersion}, not ${expectedVersion}.`, { cartId, expectedVersion, currentVersion, changedBy });
}

/** Someone else wrote between our reading and our writing. Tried again for commutative writes. */
export class Overtaken extends Error {}

/**
 * Writes the root row of a cart and its event: the version goes up by one, and only if nobody overtook us since we read.
 * Every change of anything inside a cart goes through here, the first too: a cart at version 0 is not there yet.
 */
export async function writeCart(
  tx: CartsTx,
  before: Cart,
  changes: Partial<Cart>,
  event: { type: string; actorId: string | null; now: Date; payload?: Record<string, unknown>; changes?: readonly FactChange[] },
): Promise<Cart> {
  const version = before.version + 1;
  const changed = { ...changes, version, updatedAt: event.now, updatedById: event.actorId };
  if (before.version === 0) await write(tx.sql, insertCart, { ...before, ...changed });
  else if ((await write(tx.sql, before.stale ? updateCart : updateUnmarked, { ...changed, id: before.id, readVersion: before.version })) !== 1) throw new Overtaken();
  const after = { ...before, ...changed };
  await tx.announce({
    accountId: before.accountId,
    aggregateType: 'cart',
    aggregateId: before.id,
    aggregateVersion: version,
    type: event.type,
    actorId: event.actorId,
    payload: { ...event.payload, changes: [...changesOfCart(before, after), ...(event.changes ?? [])] },
  });
  return after;
}

const insertCart = (sql: CartsTx['sql'], cart: Cart) => sql.insertInto('Cart').values(cart);
const updateCart = (sql: CartsTx['sql'], { id, readVersion, ...changed }: Partial<Cart> & { id: string; readVersion: number }) =>
  sql.updateTable('Cart').set(changed).where('id', '=', id).where('version', '=', readVersion);
/** Marked since we read it, the cart may be about to get prices of before, and the mark would be lost. */
const updateUnmarked: typeof updateCart = (sql, changed) => updateCart(sql, changed).where((eb) => eb.not(eb.ref('stale')));

const MAX_TRIES = 5;

/** One change of one cart at a time in this process; overtaken by another process, it starts again from what is there now. */
export function inTurn<T>({ turns }: Pick<CartsContext, 'turns'>, key: string, attempt: () => Promise<T>): Promise<T> {
  return turns.take(key, async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        if (tries === MAX_TRIES) throw refuse('CONFLICT', 'Others kept changing it. Try again.');
      }
    }
  });
}
