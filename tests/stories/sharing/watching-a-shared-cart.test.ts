import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import type { Watch } from '../../support/watch.ts';
import { ACTIVATE, ADD, CHANGE, EMAILS, FINISH, memberOf, privatePerson, REMOVE, RETRIEVE, SHARE, shareNew, startSharing, STOP, TELL, WATCH } from './sharing.ts';

const WAYS = [
  { way: 'WebSocket', watch: (session: Session, query: string, variables: Record<string, unknown>): Promise<Watch> => session.watch(query, variables) },
  { way: 'SSE', watch: async (session: Session, query: string, variables: Record<string, unknown>): Promise<Watch> => session.watchEvents(query, variables) },
] as const;
const PRESENCE = 'subscription ($cartId: ID!) { cartPresence(cartId: $cartId) { cartId watchers { user { name } since } } }';
const DELETE = 'mutation ($cartId: ID!) { deleteCart(cartId: $cartId) { id } }';
const namesIn = ({ cartPresence }: { cartPresence?: { watchers: { user: { name: string } }[] } }): string[] => (cartPresence?.watchers ?? []).map(({ user }) => user.name);

test('every change, membership and role is one frame with its cause, to owner and members alike', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  const watches = [await bea.watch(WATCH, { cartId: cart.id }), await ann.watch(WATCH, { cartId: cart.id })];
  for (const watch of watches) await watch.next();
  const { shareCart } = await ann.ask(SHARE, { cartId: cart.id, members: [{ email: EMAILS.ben, role: 'PARTICIPANT' }] });
  const memberId = memberOf(shareCart, EMAILS.ben).id;
  await bea.ask(CHANGE, { cartId: cart.id, changes: [{ memberId, role: 'VIEWER' }] });
  await ann.ask(ACTIVATE, { cartId: cart.id });
  await ann.ask(ADD, { cartId: cart.id, sku: 'MUG-BLUE', quantity: '1' });
  await bea.ask(TELL, { cartId: cart.id, comment: 'Nearly there' });
  await bea.ask(REMOVE, { cartId: cart.id, memberId });
  for (const watch of watches) {
    const frames = (await watch.until(({ cartChanged }) => cartChanged.cause === 'MEMBER_REMOVED')).map(({ cartChanged }) => cartChanged);
    expect(frames.map(({ cause }) => cause)).toEqual(['MEMBER_ADDED', 'ROLE_CHANGED', 'ACTIVATED', 'LINES_ADDED', 'NOTIFIED', 'MEMBER_REMOVED']);
    expect(frames.every((frame, i) => frame.version === frame.fromVersion + 1 && (i === 0 || frame.fromVersion === frames[i - 1]?.version))).toBe(true);
    expect(frames.at(-1).cart.members).toEqual([{ role: 'ADMINISTRATOR' }]);
  }
});

async function order(session: Session, cartId: string): Promise<unknown> {
  const { cart } = await session.ask('query ($cartId: ID!) { cart(id: $cartId) { priceHash } }', { cartId });
  return session.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }', { input: { cartId, priceHash: cart.priceHash, idempotencyKey: cartId } });
}

const ENDS = [
  { cause: 'MEMBER_REMOVED', end: (bea: Session, _ann: Session, cartId: string, memberId: string) => bea.ask(REMOVE, { cartId, memberId }) },
  { cause: 'SHARING_STOPPED', end: (bea: Session, _ann: Session, cartId: string) => bea.ask(STOP, { cartId }) },
  { cause: 'MEMBER_FINISHED', end: (_bea: Session, ann: Session, cartId: string) => ann.ask(FINISH, { cartId }) },
  { cause: 'ORDERED', end: (bea: Session, _ann: Session, cartId: string) => order(bea, cartId) },
  { cause: 'DELETED', end: (bea: Session, _ann: Session, cartId: string) => bea.ask(DELETE, { cartId }) },
] as const;

test.each(WAYS.flatMap((each) => ENDS.map((end) => ({ ...each, ...end }))))('over $way, who loses access by $cause gets a last frame that says so, and nothing after [NOTIF-07]', async ({ watch, cause, end }) => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }]);
  const watches = [await watch(ann, WATCH, { cartId: cart.id }), await watch(ann, 'subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { version cause } }', { cartId: cart.id }), await watch(ann, PRESENCE, { cartId: cart.id })];
  for (const each of watches) await each.next();
  await end(bea, ann, cart.id, cart.members[0]?.id ?? '');
  for (const each of watches) {
    let last = await each.raw();
    while (last?.data) last = await each.raw(); // what happened before the end
    expect(last?.data ?? null).toBeNull();
    expect(last?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', details: { cartId: cart.id, cause } });
    expect(await each.raw()).toBeUndefined();
  }
});

test('a member made a viewer goes on watching, and sees what they may do now', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }]);
  const frames = await ann.watch('subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { cause cart { availableActions { name allowed } } } }', { cartId: cart.id });
  const allowed = ({ cartChanged }: Record<string, any>): string[] => cartChanged.cart.availableActions.filter((action: { allowed: boolean }) => action.allowed).map(({ name }: { name: string }) => name); // oxlint-disable-line no-explicit-any
  expect(allowed(await frames.next())).toContain('activateCart');
  await bea.ask(CHANGE, { cartId: cart.id, changes: [{ memberId: cart.members[0]?.id, role: 'VIEWER' }] });
  expect(allowed(await frames.next())).not.toContain('activateCart');
  await bea.ask(TELL, { cartId: cart.id, comment: 'Still there?' });
  expect((await frames.next()).cartChanged.cause).toBe('NOTIFIED');
});

test('who looks at a cart is seen, once however many windows they have, until the last one closes', async () => {
  await using world = await startSharing();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER' }]);
  expect(await (await ben.watch(PRESENCE, { cartId: cart.id })).raw()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  const presence = await bea.watch(PRESENCE, { cartId: cart.id });
  expect(namesIn(await presence.next())).toEqual(['Bea']);
  const [first, second] = [await ann.watch(WATCH, { cartId: cart.id }), ann.watchEvents(WATCH, { cartId: cart.id })];
  expect(namesIn(await presence.next())).toEqual(['Bea', 'Ann']);
  await Promise.all([first.next(), second.next()]);
  await first.close();
  const began = performance.now();
  await ann.close(); // cut, not closed: the sockets are gone
  expect(namesIn(await presence.next())).toEqual(['Bea']);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('presence of private people works the same, and strangers see none of it', async () => {
  await using world = await startSharing();
  const cat = await world.as('cat');
  const dan = await privatePerson(world, 'Dan');
  const cart = await shareNew(cat, [{ email: dan.email, role: 'VIEWER' }]);
  expect(await (await dan.watch(PRESENCE, { cartId: cart.id })).raw()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  await dan.ask(RETRIEVE, { number: cart.invitations[0]?.retrievalNumber });
  const presence = await cat.watch(PRESENCE, { cartId: cart.id });
  await presence.next();
  await dan.watch(PRESENCE, { cartId: cart.id });
  expect(namesIn(await presence.next())).toEqual(['Cat', 'Dan']);
  await dan.close();
  expect(namesIn(await presence.next())).toEqual(['Cat']);
});
