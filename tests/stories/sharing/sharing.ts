import type { Clock } from '#kernel/clock.ts';
import type { Session } from '../../support/session.ts';
import { sessionWith } from '../../support/session.ts';
import type { World } from '../../support/world.ts';
import { startWorld } from '../../support/world.ts';

export const SHARED_CART = 'id version name status members { id version role notify email retrievalNumber user { id name } invitedBy { name } } invitations { id version role email retrievalNumber invitedBy { name } } lines { id quantity product { sku } addedBy { name } changedBy { name } } availableActions { name allowed }';
export const ADD = `mutation ($cartId: ID, $sku: String!, $quantity: Decimal) { addCartLines(cartId: $cartId, lines: [{ sku: $sku, quantity: $quantity }]) { ${SHARED_CART} } }`;
export const SHARE = `mutation ($cartId: ID!, $name: String, $members: [CartMemberInput!]!, $comment: String) { shareCart(cartId: $cartId, name: $name, members: $members, comment: $comment) { ${SHARED_CART} } }`;
export const CHANGE = `mutation ($cartId: ID!, $changes: [CartMemberChange!]!, $comment: String) { updateCartMembers(cartId: $cartId, changes: $changes, comment: $comment) { ${SHARED_CART} } }`;
export const REMOVE = `mutation ($cartId: ID!, $memberId: ID!, $notify: Boolean, $expectedVersion: Int) { removeCartMember(cartId: $cartId, memberId: $memberId, notify: $notify, expectedVersion: $expectedVersion) { ${SHARED_CART} } }`;
export const STOP = `mutation ($cartId: ID!) { stopSharing(cartId: $cartId) { ${SHARED_CART} } }`;
export const FINISH = `mutation ($cartId: ID!, $notify: [ID!], $comment: String) { finishWorking(cartId: $cartId, notifyMemberIds: $notify, comment: $comment) { id version } }`;
export const TELL = `mutation ($cartId: ID!, $comment: String!, $memberIds: [ID!]) { notifyCartMembers(cartId: $cartId, comment: $comment, memberIds: $memberIds) { id version } }`;
export const RETRIEVE = `mutation ($number: String!) { retrieveSharedCart(number: $number) { ${SHARED_CART} } }`;
export const READ = `query ($cartId: ID!) { cart(id: $cartId) { ${SHARED_CART} } }`;
export const ACTIVATE = `mutation ($cartId: ID!) { activateCart(cartId: $cartId) { ${SHARED_CART} } }`;
export const SAVE = `mutation ($cartId: ID!, $name: String) { saveCart(cartId: $cartId, name: $name) { ${SHARED_CART} } }`;
export const WATCH = 'subscription ($cartId: ID!, $after: Int) { cartChanged(cartId: $cartId, afterVersion: $after) { kind cause fromVersion version cart { id version status members { role } lines { id quantity } } } }';
export const LIST = '{ carts { nodes { id } } }';

export const startSharing = (env: Record<string, string> = {}, clock?: Clock): Promise<World> => startWorld({ env: { CARTWRIGHT_CARTS_SHARING: 'true', ...env }, clock });

export interface MemberRow {
  readonly id: string;
  readonly version: number;
  readonly role: string;
  readonly email: string | null;
  readonly retrievalNumber: string | null;
}

export interface SharedCart {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly name: string;
  readonly members: readonly MemberRow[];
  readonly invitations: readonly MemberRow[];
}

export const EMAILS = { ann: 'ann@acme.example', ben: 'ben@acme.example', bea: 'bea@acme.example' } as const;

/** A cart with one line, shared by its owner. */
export async function shareNew(owner: Session, members: readonly { email: string; role: string; notify?: boolean }[], comment?: string): Promise<SharedCart> {
  const { addCartLines: cart } = await owner.ask(ADD, { sku: 'MUG-RED', quantity: '2' });
  const { shareCart } = await owner.ask(SHARE, { cartId: cart.id, name: 'Office', members, comment });
  await owner.ask(SAVE, { cartId: cart.id }); // the next one begins with a new cart
  return shareCart as SharedCart;
}

export const memberOf = (cart: SharedCart, email: string): MemberRow => {
  const member = [...cart.members, ...cart.invitations].find((each) => each.email === email);
  if (!member) throw new Error(`${email} is no member.`);
  return member;
};

/** Another private person: the demo has one only. */
export async function privatePerson(world: World, name: string): Promise<Session & { readonly id: string; readonly email: string }> {
  const olga = await world.as('olga');
  const email = `${name.toLowerCase()}@home.example`;
  const { upsertCustomers } = await olga.ask('mutation ($customers: [CustomerInput!]!) { upsertCustomers(customers: $customers) { id users { id } } }', { customers: [{ externalId: name, name, email, country: 'GB' }] });
  const [{ id: accountId, users: [{ id }] }] = upsertCustomers;
  const { token } = await world.embedded.issuer.issue({ id, kind: 'INDIVIDUAL', accountId, permissions: [], name, email }, 3_600, new Date());
  return { ...sessionWith(world.url, token), id, email };
}
