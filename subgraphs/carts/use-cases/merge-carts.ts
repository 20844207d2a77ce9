import { membershipsPart } from '#kernel/takeover-memberships.ts';
import { rootsPart, rowsPart } from '#kernel/takeover-rows.ts';
import { mappedWithin, type Takeover, type TakeoverDefinition, type TakeoverPart, type Obstacle } from '#kernel/takeover.ts';
import type { CartsContext } from '../context.ts';
import { endOfLife } from '../domain/cart-life.ts';
import { OPEN_STATUSES } from '../domain/cart-lifecycle.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartsTables } from '../entities/tables.ts';
import { shoppingListsPart } from './merge-lists.ts';
import { writeCart, type CartsTx } from './write-cart.ts';

type Part = TakeoverPart<CartsTables>;
const OPEN: ReadonlySet<string> = new Set(OPEN_STATUSES);

/** What becomes of carts and lists when an account becomes another, or a person another one. [MERGE-01..05, MERGE-14] */
export const mergeCarts = (context: CartsContext): TakeoverDefinition<CartsTables> => ({
  parts: [activePart, cartsPart(context), membersPart, expressOrdersPart, expressPreferencesPart, shoppingListsPart],
  obstacles: findHeld,
});

/** A cart that a checkout or a quote keeps still belongs to what is under way. */
async function findHeld({ sql }: CartsTx, { accounts, users }: Takeover, now: Date): Promise<Obstacle[]> {
  const held = await sql
    .selectFrom('Cart')
    .select('id')
    .where('checkoutId', 'is not', null)
    .where('status', 'in', OPEN_STATUSES)
    .where((eb) => eb.or([eb('heldUntil', 'is', null), eb('heldUntil', '>', now)])) // a transfer that was sent has no end of its own
    .where((eb) => eb.or([eb('accountId', 'in', named(accounts)), eb('ownerId', 'in', named(users))]))
    .limit(1)
    .execute();
  return held.length === 0 ? [] : [{ code: 'CART_HELD', message: 'A checkout, a quote or a transfer keeps a cart still. Wait for it.' }];
}

/** For `in`, which needs something to look in. */
const named = (successions: readonly { readonly from: string }[]): string[] => ['', ...successions.map(({ from }) => from)];

/** Nobody on the giving side has an active cart afterwards; that of the receiving side stays as it is. [MERGE-05] */
const activePart: Part = {
  name: 'activeCarts',
  table: 'ActiveCart',
  account: 'accountId',
  users: ['userId'],
  async slice({ sql }, { accounts, people }) {
    const pointers = sql.deleteFrom('ActiveCart');
    const left = accounts.length > 0 ? await pointers.where('accountId', 'in', named(accounts)).returning('cartId').execute() : await pointers.where('userId', 'in', ['', ...people]).returning('cartId').execute();
    return { moved: 0, dropped: left.length, done: true };
  },
};

const cartsPart = (context: CartsContext): Part =>
  rootsPart<CartsTables, Cart>({
    name: 'carts',
    table: 'Cart',
    account: 'accountId',
    users: ['ownerId'],
    children: [{ table: 'CartLine', root: 'cartId' }, { table: 'CartMember', root: 'cartId' }, { table: 'CartAttachment', root: 'cartId' }, { table: 'CartReminder', root: 'cartId' }],
    /** Of people who stay who they are, in a merge of their organisation with another: their active carts are put aside. */
    also: ({ sql }, { accounts, people }, limit) => (accounts.length > 0 ? Promise.resolve([]) : sql.selectFrom('Cart').selectAll().where('status', '=', 'ACTIVE').where('ownerId', 'in', ['', ...people]).limit(limit).execute()),
    async write(tx, cart, whose, { actorId }, { now }) {
      const owned = { ...cart, ...whose };
      if (cart.everShared && whose.ownerId !== undefined) await endOwnMembership(tx, owned, actorId, now);
      await writeCart(tx, owned, { ...whose, ...putAside(context, cart, now), ...(OPEN.has(cart.status) && whose.accountId !== undefined && { stale: true }) }, { type: 'MERGED', actorId, now });
    },
  });

/** It becomes a saved cart; while it has no name of its owner's, under the site's name for such. [MERGE-05] */
function putAside({ config }: CartsContext, cart: Cart, now: Date): Partial<Cart> {
  if (cart.status !== 'ACTIVE') return {};
  const nameKey = cart.name == null ? 'SYSTEM_SAVED' : cart.nameKey;
  return { status: 'SAVED', nameKey, expiresAt: endOfLife({ ...cart, nameKey }, now, config) };
}

/** Whoever owns a cart is no member of it. */
async function endOwnMembership({ sql }: CartsTx, { id, ownerId }: Cart, actorId: string, now: Date): Promise<void> {
  const ended = { endedAt: now, endCause: 'MERGED', updatedById: actorId };
  await sql.updateTable('CartMember').set((eb) => ({ ...ended, version: eb('version', '+', 1) })).where('cartId', '=', id).where('userId', '=', ownerId).where('endedAt', 'is', null).execute();
}

const membersPart: Part = membershipsPart({
  name: 'sharedCarts',
  table: 'CartMember',
  root: 'cartId',
  rootTable: 'Cart',
  async touch(tx, cartId, { actorId }, { now }) {
    const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).executeTakeFirstOrThrow();
    await writeCart(tx, cart, {}, { type: 'MERGED', actorId, now });
  },
});

/** Nothing joins an express order any more that was begun under the preferences of the giving side. */
const expressOrdersPart: Part = rowsPart({
  name: 'expressOrders',
  table: 'ExpressOrder',
  account: 'accountId',
  users: ['ownerId'],
  key: ['cartId'],
  change: (row, takeover) => ({ openFor: null, facts: mappedWithin(takeover, row.facts) }),
});

const preferences: Part = rowsPart({ name: 'expressPreferences', table: 'ExpressPreferences', account: 'accountId', users: ['userId'], key: ['accountId', 'userId'] });

/** Those of the receiving side never change; those of who becomes somebody else are deleted. Who stays who they are keeps theirs in their new account. [MERGE-03] */
const expressPreferencesPart: Part = {
  ...preferences,
  async slice(tx, takeover, facts) {
    const { accounts, users, people } = takeover;
    const leaving = accounts.length > 0 ? users.map(({ from }) => from) : people;
    const deleted = await tx.sql.deleteFrom('ExpressPreferences').where('userId', 'in', ['', ...leaving]).returning('userId').execute();
    const kept = await preferences.slice(tx, takeover, facts);
    return { ...kept, dropped: kept.dropped + deleted.length };
  },
};
