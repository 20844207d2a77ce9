import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';
import { CELLS, ROLE_TABLE, type TableRole, type Trade } from './role-table.ts';
import { ACTIVATE, ADD, CHANGE, EMAILS, FINISH, privatePerson, READ, REMOVE, RETRIEVE, SAVE, SHARE, startSharing, STOP, TELL } from './sharing.ts';

/** A cart with a line and two members: the one who acts, and another to act on. */
interface Scene {
  readonly cartId: string;
  readonly lineId: string;
  readonly priceHash: string;
  /** The other's membership; empty while the other is still to be added. */
  readonly otherId: string;
  readonly guestToken: string;
  readonly newcomer: string;
}

interface People {
  readonly owner: Session;
  readonly member: Session;
  readonly stranger: Session;
  readonly memberEmail: string;
  readonly otherEmail: string;
}

type Try = readonly [query: string, variables: (scene: Scene) => Record<string, unknown>];

const lines = '{ id lines { id } }';
const cart = ({ cartId }: Scene): Record<string, unknown> => ({ cartId });
/** How each row of the table is tried. */
const TRIES: { readonly [operation: string]: Try } = {
  'read it': [READ, cart],
  'make it active': [ACTIVATE, cart],
  'add lines': [ADD, ({ cartId }) => ({ cartId, sku: 'MUG-BLUE', quantity: '1' })],
  'change lines': [`mutation ($cartId: ID!, $lines: [CartLineUpdate!]!) { updateCartLines(cartId: $cartId, lines: $lines) ${lines} }`, ({ cartId, lineId }) => ({ cartId, lines: [{ lineId, quantity: '7' }] })],
  'remove lines': [`mutation ($cartId: ID!, $lineIds: [ID!]!) { removeCartLines(cartId: $cartId, lineIds: $lineIds) ${lines} }`, ({ cartId, lineId }) => ({ cartId, lineIds: [lineId] })],
  'choose shipping': ['mutation ($cartId: ID!) { setShippingMethod(cartId: $cartId, shippingMethod: null) { id } }', cart],
  'put it aside': [SAVE, cart],
  'name it': [SAVE, ({ cartId }) => ({ cartId, name: 'Another name' })],
  'append a cart': ['mutation ($guestToken: String!) { claimGuestCart(guestToken: $guestToken, mode: MERGE) { id } }', ({ guestToken }) => ({ guestToken })],
  'duplicate it': ['mutation ($cartId: ID!) { duplicateCart(cartId: $cartId, name: "Copy") { id } }', cart],
  'write to members': [TELL, ({ cartId }) => ({ cartId, comment: 'Look at this' })],
  'only notify': [CHANGE, ({ cartId, otherId }) => ({ cartId, changes: [{ memberId: otherId, notify: true }], comment: 'Look at this' })],
  'notify and change': [CHANGE, ({ cartId, otherId }) => ({ cartId, changes: [{ memberId: otherId, notify: true, role: 'ADMINISTRATOR' }], comment: 'Look at this' })],
  'add a member': [SHARE, ({ cartId, newcomer }) => ({ cartId, members: [{ email: newcomer, role: 'VIEWER' }] })],
  'name and share': [SHARE, ({ cartId, newcomer }) => ({ cartId, name: 'Another name', members: [{ email: newcomer, role: 'VIEWER' }] })],
  'change a role': [CHANGE, ({ cartId, otherId }) => ({ cartId, changes: [{ memberId: otherId, role: 'ADMINISTRATOR' }] })],
  'remove a member': [REMOVE, ({ cartId, otherId }) => ({ cartId, memberId: otherId })],
  'stop sharing': [STOP, cart],
  'finish working': [FINISH, cart],
  'delete it': ['mutation ($cartId: ID!) { deleteCart(cartId: $cartId) { id } }', cart],
  'ask a sales rep': ['mutation ($cartId: ID!) { requestAssistance(cartId: $cartId) { id } }', cart],
  'place the order': [
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }',
    ({ cartId, priceHash }) => ({ input: { cartId, priceHash, idempotencyKey: cartId } }),
  ],
};
/** What takes changes is the active cart: these are tried with the cart active, as far as it may be. */
const NEED_ACTIVE = new Set(['add lines', 'change lines', 'remove lines', 'choose shipping', 'put it aside', 'name it', 'append a cart']);
/** These do something elsewhere. */
const LEAVE_IT = new Set(['read it', 'duplicate it']);
/** These bring the other in. */
const ADDS = new Set(['add a member', 'name and share']);
/** Only who has the cart active can append to it; who may not have it active is refused before. */
const NEED_POINTER = new Set(['append a cart']);

let world: World;
const people = {} as { [T in Trade]: People };
let carts = 0;

beforeAll(async () => {
  world = await startSharing();
  const [bea, ann, gus, cat] = [await world.as('bea'), await world.as('ann'), await world.as('gus'), await world.as('cat')];
  const [dan, eve] = [await privatePerson(world, 'Dan'), await privatePerson(world, 'Eve')];
  people.business = { owner: bea, member: ann, stranger: gus, memberEmail: EMAILS.ann, otherEmail: EMAILS.ben };
  people.private = { owner: cat, member: dan, stranger: eve, memberEmail: dan.email, otherEmail: 'fay@home.example' };
});
afterAll(() => world[Symbol.asyncDispose]());

async function setScene(trade: Trade, role: TableRole, operation: string): Promise<Scene> {
  const { owner, member, memberEmail, otherEmail } = people[trade];
  const guest = await world.as('guest');
  await guest.ask(ADD, { sku: 'MUG-BLUE', quantity: '1' });
  const { addCartLines: fresh } = await owner.ask(`mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: "2" }]) { id priceHash lines { id } } }`);
  const acting = { email: memberEmail, role: role === 'OWNER' ? 'VIEWER' : role };
  const members = ADDS.has(operation) ? [acting] : [acting, { email: otherEmail, role: 'PARTICIPANT' }];
  const { shareCart } = await owner.ask(SHARE, { cartId: fresh.id, name: `Cart ${++carts}`, members });
  const row = (email: string): Data | undefined => [...shareCart.members, ...shareCart.invitations].find((each: Data) => each.email === email);
  if (trade === 'private' && role !== 'OWNER') await member.ask(RETRIEVE, { number: row(memberEmail)?.retrievalNumber });
  await owner.ask(SAVE, { cartId: fresh.id });
  if (NEED_ACTIVE.has(operation)) await (role === 'OWNER' ? owner : member).answer(ACTIVATE, { cartId: fresh.id });
  return { cartId: fresh.id, lineId: fresh.lines[0].id, priceHash: fresh.priceHash, otherId: row(otherEmail)?.id ?? '', guestToken: guest.token ?? '', newcomer: otherEmail };
}

test('every row of the table is tried', () => {
  expect(Object.keys(TRIES).toSorted()).toEqual(Object.keys(ROLE_TABLE).toSorted());
});

describe.each(['business', 'private'] as const)('in a %s cart the table of roles holds [SHARE-02, SHARE-04..10, SHARE-14]', (trade) => {
  test.each(CELLS.filter((cell) => cell.trade === trade))('a $role trying to $operation: allowed $allowed', async ({ role, operation, allowed }) => {
    const scene = await setScene(trade, role, operation);
    const { owner, member, stranger } = people[trade];
    const actor = role === 'OWNER' ? owner : member;
    const [query, variables] = TRIES[operation] ?? ['', () => ({})];
    const before = (await owner.ask(READ, { cartId: scene.cartId })).cart;

    if (!NEED_POINTER.has(operation)) expect((await stranger.refused(query, variables(scene))).code, 'a stranger').toBe('NOT_FOUND');
    const { data, errors } = await actor.answer(query, variables(scene));
    if (allowed) {
      expect(errors).toBeUndefined();
      expect(Object.values(data ?? {}), 'it is answered').toEqual([expect.anything()]);
      await world.settle();
      const after = (await owner.answer(READ, { cartId: scene.cartId })).data?.cart as { version: number } | null | undefined;
      if (!LEAVE_IT.has(operation)) expect(after?.version ?? Infinity, 'it is done').toBeGreaterThan(before.version);
      return;
    }
    if (NEED_POINTER.has(operation) && role === 'VIEWER') {
      expect(Object.values(data ?? {})[0], 'it goes to a cart of their own').not.toMatchObject({ id: scene.cartId });
    } else expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await owner.ask(READ, { cartId: scene.cartId })).cart, 'nothing has changed').toEqual(before);
  });
});
