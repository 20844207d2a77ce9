import type { Kysely } from '@mikro-orm/sqlite';
import { memberRoleOf, type ShareRole } from '#kernel/share-roles.ts';
import { find } from '#kernel/statement.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartStatus } from '../domain/cart-lifecycle.ts';
import type { CartRole } from '../domain/share-roles.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartsTables } from '../entities/tables.ts';

/** What a viewer is to a cart, and how it stands for them: a shared cart is active for each by themselves. [SHARE-21] */
export interface Standing {
  readonly role: CartRole;
  readonly status: CartStatus;
}

/** A current membership of the viewer. */
export interface Membership {
  readonly cartId: string;
  readonly role: ShareRole;
  /** Whether it is their active cart: the cart it then is, else null. */
  readonly activeCartId: string | null;
}

export type FindMembership = (cartId: string) => Promise<Membership | undefined>;

/** Owners and current members have one; to all others a cart does not exist. Costs the owner no statement. [CART-34, SHARE-08] */
export async function findStanding(viewer: Viewer | null, cart: Cart, findMembership: FindMembership): Promise<Standing | undefined> {
  if (viewer === null) return undefined;
  if (isOwner(viewer, cart)) return { role: viewer.kind === 'GUEST' ? 'guestOwner' : 'owner', status: cart.status };
  if (viewer.kind === 'BUYER' && viewer.accountId !== cart.accountId) return undefined; // who has left an organisation leaves its carts behind
  const membership = await findMembership(cart.id);
  if (!membership) return undefined;
  return { role: memberRoleOf(viewer.accountId, cart, membership.role), status: asSeen(cart.status, membership.activeCartId !== null) };
}

export const isOwner = (viewer: Viewer, cart: Cart): boolean => cart.accountId === viewer.accountId && cart.ownerId === viewer.id;

/** The status of an open cart is that of its owner; a member has it active or not for themselves. */
const asSeen = (status: CartStatus, active: boolean): CartStatus => (status !== 'ACTIVE' && status !== 'SAVED' ? status : active ? 'ACTIVE' : 'SAVED');

/** The memberships of one user in some carts, with whether each is their active cart. */
export function findMemberships(sql: Kysely<CartsTables>, userId: string, cartIds: readonly string[]): Promise<Membership[]> {
  return find(sql, selectMemberships, { userId, cartIds });
}

const selectMemberships = (sql: Kysely<CartsTables>, { userId, cartIds }: { userId: string; cartIds: readonly string[] }) =>
  sql
    .selectFrom('CartMember')
    .leftJoin('ActiveCart', (join) => join.onRef('ActiveCart.cartId', '=', 'CartMember.cartId').onRef('ActiveCart.userId', '=', 'CartMember.userId'))
    .select(['CartMember.cartId', 'CartMember.role', 'ActiveCart.cartId as activeCartId'])
    .where('CartMember.userId', '=', userId)
    .where('CartMember.cartId', 'in', cartIds)
    .where('CartMember.endedAt', 'is', null);
