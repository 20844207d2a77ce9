import { expect, test } from 'vitest';
import { ACTIVATE, ADD, CHANGE, EMAILS, FINISH, LIST, memberOf, READ, REMOVE, RETRIEVE, SAVE, SHARE, shareNew, startSharing, STOP, TELL } from './sharing.ts';
import { startWorld } from '../../support/world.ts';

test('without the switch there is no sharing, and strangers do not even learn that [SHARE-01]', async () => {
  await using world = await startWorld();
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const { addCartLines: cart } = await bea.ask(ADD, { sku: 'MUG-RED' });
  const share = { cartId: cart.id, name: 'Office', members: [{ email: EMAILS.ann, role: 'VIEWER' }] };
  expect((await bea.refused(SHARE, share)).code).toBe('OPERATION_DISABLED');
  expect((await gus.refused(SHARE, share)).code).toBe('NOT_FOUND');
  expect((await bea.refused(RETRIEVE, { number: 'ABC' })).code).toBe('OPERATION_DISABLED');
  expect(cart.members).toEqual([]);
});

test('the owner finds colleagues and shares with them; a member sees the cart in the list and by id, with a role [SHARE-02, SHARE-03, SHARE-13, SHARE-20]', async () => {
  await using world = await startSharing();
  const [bea, ann, ben, gus] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('gus')];
  const find = 'query ($search: String) { colleagues(search: $search) { nodes { name email } } }';
  expect((await bea.ask(find, { search: 'AN' })).colleagues.nodes).toEqual([{ name: 'Ann', email: EMAILS.ann }]);
  expect((await bea.ask(find)).colleagues.nodes.map(({ name }: { name: string }) => name)).toEqual(['Ann', 'Ben']);
  expect((await bea.ask(find, { search: '%' })).colleagues.nodes).toEqual([]);
  expect((await (await world.as('cat')).refused(find)).code).toBe('FORBIDDEN');

  const cart = await shareNew(bea, [{ email: ' Ann@ACME.example ', role: 'PARTICIPANT' }]);
  expect(cart.members).toMatchObject([{ role: 'PARTICIPANT', email: EMAILS.ann, user: { name: 'Ann' }, invitedBy: { name: 'Bea' }, version: 1 }]);
  expect((await ann.ask(READ, { cartId: cart.id })).cart).toMatchObject({ id: cart.id, name: 'Office', members: [{ role: 'PARTICIPANT' }] });
  expect((await ann.ask(LIST)).carts.nodes).toEqual([{ id: cart.id }]);
  for (const stranger of [ben, gus]) expect((await stranger.refused(READ, { cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await ben.ask(LIST)).carts.nodes).toEqual([]);
});

test('a cart is shared with people of the same organisation only, under a name, each address once [SHARE-03, SHARE-11]', async () => {
  await using world = await startSharing();
  const [bea, guest, sam] = [await world.as('bea'), await world.as('guest'), await world.as('sam')];
  const { addCartLines: cart } = await bea.ask(ADD, { sku: 'MUG-RED' });
  const share = (members: object[], name?: string): Promise<{ code: string; details: Record<string, unknown> }> => bea.refused(SHARE, { cartId: cart.id, name, members });
  const ann = { email: EMAILS.ann, role: 'VIEWER' };
  expect((await share([ann])).code).toBe('BAD_USER_INPUT');
  expect(await share([ann, { email: 'gus@globex.example', role: 'VIEWER' }, { email: 'nobody@acme.example', role: 'VIEWER' }], 'Office')).toMatchObject({
    code: 'BAD_USER_INPUT',
    details: { emails: ['gus@globex.example', 'nobody@acme.example'] },
  });
  for (const members of [[], [ann, ann], [{ email: 'ann', role: 'VIEWER' }], [{ email: EMAILS.bea, role: 'VIEWER' }]]) expect((await share(members, 'Office')).code).toBe('BAD_USER_INPUT');
  expect((await bea.ask(READ, { cartId: cart.id })).cart).toMatchObject({ version: 1, members: [] });

  const { addCartLines: guests } = await guest.ask(ADD, { sku: 'MUG-RED' });
  expect((await guest.refused(SHARE, { cartId: guests.id, name: 'Office', members: [ann] })).code).toBe('FORBIDDEN');
  const { addCartLines: sams } = await sam.ask(ADD, { sku: 'MUG-RED' });
  expect((await sam.refused(SHARE, { cartId: sams.id, name: 'Office', members: [ann] })).code).toBe('FORBIDDEN');
});

test('sharing again adds people; a repeat changes nothing, and whoever was a member before gets the old membership back [SHARE-14, SHARE-15]', async () => {
  await using world = await startSharing();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const first = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  const { shareCart: both } = await ann.ask(SHARE, { cartId: first.id, members: [{ email: EMAILS.ben, role: 'VIEWER' }] });
  expect(both.members).toMatchObject([{ role: 'ADMINISTRATOR' }, { role: 'VIEWER', invitedBy: { name: 'Ann' } }]);
  const { shareCart: again } = await ann.ask(SHARE, { cartId: first.id, members: [{ email: EMAILS.ben, role: 'VIEWER' }] });
  expect(again.version).toBe(both.version);
  expect((await ann.refused(SHARE, { cartId: first.id, members: [{ email: EMAILS.ben, role: 'PARTICIPANT' }] })).code).toBe('BAD_USER_INPUT');

  const bens = memberOf(both, EMAILS.ben);
  await ann.ask(REMOVE, { cartId: first.id, memberId: bens.id });
  expect((await ben.refused(READ, { cartId: first.id })).code).toBe('NOT_FOUND');
  const { shareCart: back } = await bea.ask(SHARE, { cartId: first.id, members: [{ email: EMAILS.ben, role: 'PARTICIPANT' }] });
  const revived = memberOf(back, EMAILS.ben);
  expect(revived).toMatchObject({ id: bens.id, version: bens.version + 2, role: 'PARTICIPANT' });
  expect(revived.retrievalNumber).not.toBe(bens.retrievalNumber);
});

test('several members have a shared cart active at once; each saves for themselves, and only its owner names it [SHARE-09, SHARE-21]', async () => {
  await using world = await startSharing();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const { id: cartId } = await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  const { addCartLines: anns } = await ann.ask(ADD, { sku: 'MUG-BLUE' });
  expect((await ann.refused(ADD, { cartId, sku: 'MUG-BLUE' })).code).toBe('CART_NOT_ACTIVE');
  for (const member of [ann, ben]) expect((await member.ask(ACTIVATE, { cartId })).activateCart.status).toBe('ACTIVE');
  expect((await bea.ask(READ, { cartId })).cart.status).toBe('SAVED');
  expect((await ann.ask(READ, { cartId: anns.id })).cart).toMatchObject({ status: 'SAVED', name: 'Store Saved' });

  for (const member of [ann, ben]) expect((await member.ask('{ activeCart { id } }')).activeCart.id).toBe(cartId);
  await ann.ask(ADD, { sku: 'MUG-BLUE', quantity: '1' });
  const { addCartLines: withBoth } = await ben.ask(ADD, { sku: 'SCREW-M4', quantity: '3' });
  expect(withBoth.lines.map(({ product, addedBy }: { product: { sku: string }; addedBy: { name: string } }) => [product.sku, addedBy.name])).toEqual([['MUG-RED', 'Bea'], ['MUG-BLUE', 'Ann'], ['SCREW-M4', 'Ben']]);

  expect(await ann.refused(SAVE, { cartId, name: 'Mine' })).toMatchObject({ code: 'FORBIDDEN', details: { requiredRole: 'OWNER' } });
  expect((await ann.ask(SAVE, { cartId })).saveCart.status).toBe('SAVED');
  expect((await ann.ask('{ activeCart { id } }')).activeCart).toBeNull();
  expect((await ben.ask('{ activeCart { id } }')).activeCart.id).toBe(cartId);
  await ben.ask(ADD, { sku: 'MUG-BLUE', quantity: '1' });
});

test('an edit on top of what another member has changed meanwhile is refused with who that was; an order placed meanwhile is said [CART-36]', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const { id: cartId } = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  for (const person of [bea, ann]) await person.ask(ACTIVATE, { cartId });
  const { addCartLines: { version } } = await bea.ask(ADD, { cartId, sku: 'MUG-BLUE', quantity: '1' });
  await ann.ask(ADD, { cartId, sku: 'MUG-BLUE', quantity: '1' });
  const late = 'mutation ($cartId: ID!, $version: Int) { addCartLines(cartId: $cartId, lines: [{ sku: "MUG-RED" }], expectedVersion: $version) { id } }';
  const { viewer } = await ann.ask('{ viewer { id } }');
  const refusal = await bea.refused(late, { cartId, version });
  expect(refusal).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: version + 1, changedBy: { id: viewer.id, relation: 'member' } } });
  expect(refusal.message).toContain('Another member has changed');
  const { cart: { priceHash } } = await ann.ask('query ($id: ID!) { cart(id: $id) { priceHash } }', { id: cartId });
  await ann.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }', { input: { cartId, priceHash, idempotencyKey: 'ann' } });
  await world.settle();
  expect((await bea.refused(late, { cartId, version })).code).toBe('CART_ORDERED');
  const members = [{ email: EMAILS.ben, role: 'VIEWER' }];
  for (const [query, more] of [[SHARE, { members }], [TELL, { comment: 'Hello' }], [STOP, {}], [FINISH, {}]] as const) expect((await bea.refused(query, { cartId, ...more })).code).toBe('CART_ORDERED');
});

test('who added and who last changed each line is kept', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const { id: cartId } = await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }]);
  await ann.ask(ACTIVATE, { cartId });
  const { addCartLines: before } = await ann.ask(ADD, { sku: 'MUG-BLUE', quantity: '1' });
  const [reds] = before.lines;
  expect(reds).toMatchObject({ addedBy: { name: 'Bea' }, changedBy: { name: 'Bea' } });
  const { updateCartLines: after } = await ann.ask('mutation ($cartId: ID!, $lines: [CartLineUpdate!]!) { updateCartLines(cartId: $cartId, lines: $lines) { lines { addedBy { name } changedBy { name } changedAt } } }', { cartId, lines: [{ lineId: reds.id, quantity: '5' }] });
  expect(after.lines).toMatchObject([{ addedBy: { name: 'Bea' }, changedBy: { name: 'Ann' } }, { addedBy: { name: 'Ann' }, changedBy: { name: 'Ann' } }]);
  expect(new Date(after.lines[0].changedAt).getTime()).toBeGreaterThanOrEqual(new Date(after.lines[1].changedAt).getTime());
});

test('each is offered what their role may do, and without sharing nothing of it [SHARE-01, SHARE-04..07]', async () => {
  await using world = await startSharing();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'VIEWER' }]);
  const SHARING = ['shareCart', 'updateCartMembers', 'notifyCartMembers', 'stopSharing', 'finishWorking'];
  const offered = async (session: typeof bea, names = SHARING): Promise<string[]> => {
    const { cart: { availableActions } } = await session.ask(READ, { cartId: cart.id });
    return names.filter((name) => availableActions.some((action: { name: string; allowed: boolean }) => action.name === name && action.allowed));
  };
  expect(await offered(bea)).toEqual(['shareCart', 'updateCartMembers', 'notifyCartMembers', 'stopSharing']);
  expect(await offered(ann)).toEqual(SHARING);
  expect(await offered(ben)).toEqual(['notifyCartMembers', 'finishWorking']);
  const ALL = ['activateCart', 'deleteCart', 'duplicateCart', 'placeOrder'];
  expect([await offered(ann, ALL), await offered(ben, ALL)]).toEqual([ALL, ['duplicateCart']]);

  await using off = await startWorld();
  const { addCartLines: alone } = await (await off.as('bea')).ask(ADD, { sku: 'MUG-RED' });
  expect(alone.availableActions.filter(({ name }: { name: string }) => SHARING.includes(name))).toEqual([]);
});

test('an administrator who looks at an old member list is told so; to remove who is gone is no error [SHARE-22]', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  const bens = memberOf(cart, EMAILS.ben);
  const change = { memberId: bens.id, expectedVersion: bens.version };
  await bea.ask(CHANGE, { cartId: cart.id, changes: [{ ...change, role: 'VIEWER' }] });
  expect(await ann.refused(CHANGE, { cartId: cart.id, changes: [{ ...change, role: 'ADMINISTRATOR' }] })).toMatchObject({ code: 'STALE_VERSION', details: { memberId: bens.id, currentVersion: bens.version + 1 } });
  await bea.ask(REMOVE, { cartId: cart.id, memberId: bens.id });
  const { removeCartMember } = await ann.ask(REMOVE, { cartId: cart.id, memberId: bens.id, expectedVersion: bens.version });
  expect(removeCartMember.members).toMatchObject([{ email: EMAILS.ann }]);
  expect((await ann.refused(CHANGE, { cartId: cart.id, changes: [{ memberId: bens.id, role: 'VIEWER' }] })).code).toBe('NOT_FOUND');
});

test('who is made a viewer or removed has the cart active no more [SHARE-23, SHARE-25]', async () => {
  await using world = await startSharing();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  for (const member of [ann, ben]) await member.ask(ACTIVATE, { cartId: cart.id });
  await bea.ask(CHANGE, { cartId: cart.id, changes: [{ memberId: memberOf(cart, EMAILS.ann).id, role: 'VIEWER' }, { memberId: memberOf(cart, EMAILS.ben).id, remove: true }] });
  for (const member of [ann, ben]) expect((await member.ask('{ activeCart { id } }')).activeCart).toBeNull();
  expect((await ann.ask(READ, { cartId: cart.id })).cart.status).toBe('SAVED');
  expect((await ann.refused(ADD, { cartId: cart.id, sku: 'MUG-RED' })).code).toBe('FORBIDDEN');
  expect((await ben.refused(ADD, { cartId: cart.id, sku: 'MUG-RED' })).code).toBe('NOT_FOUND');
});

test('to stop sharing ends every membership and puts the cart aside for its owner; who is added at that moment is caught or refused [SHARE-26]', async () => {
  await using world = await startSharing();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  await bea.ask(ACTIVATE, { cartId: cart.id });
  const [added] = await Promise.all([
    ann.answer(SHARE, { cartId: cart.id, members: [{ email: EMAILS.ben, role: 'PARTICIPANT' }] }),
    bea.ask(STOP, { cartId: cart.id }),
  ]);
  if (added.errors) expect(added.errors[0]?.extensions?.code).toBe('NOT_FOUND');
  for (const member of [ann, ben]) expect((await member.refused(READ, { cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await bea.ask('{ activeCart { id } }')).activeCart).toBeNull();
  const { cart: after } = await bea.ask(READ, { cartId: cart.id });
  expect(after).toMatchObject({ status: 'SAVED', members: [] });
  expect((await bea.ask(STOP, { cartId: cart.id })).stopSharing.version).toBe(after.version);
});

test('a member who has finished is out, and a message without words or to strangers is none [SHARE-24]', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }]);
  await ann.ask(ACTIVATE, { cartId: cart.id });
  for (const comment of ['  ', 'x'.repeat(2_001)]) expect((await ann.refused(TELL, { cartId: cart.id, comment })).code).toBe('BAD_USER_INPUT');
  expect((await ann.refused(TELL, { cartId: cart.id, comment: 'Hello', memberIds: ['nobody'] })).code).toBe('NOT_FOUND');
  expect((await bea.refused(FINISH, { cartId: cart.id })).code).toBe('FORBIDDEN');
  await ann.ask(FINISH, { cartId: cart.id });
  expect((await ann.refused(READ, { cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await ann.ask('{ activeCart { id } }')).activeCart).toBeNull();
  expect((await bea.ask(READ, { cartId: cart.id })).cart.members).toEqual([]);
});

test('a business buyer opens a shared cart by number where the switch allows it, and only their own [SHARE-16, SHARE-18, SHARE-19]', async () => {
  await using off = await startSharing();
  expect((await (await off.as('ann')).refused(RETRIEVE, { number: 'ABC' })).code).toBe('OPERATION_DISABLED');
  await using world = await startSharing({ CARTWRIGHT_CARTS_RETRIEVAL_BY_NUMBER: 'true' });
  const [bea, ann, ben, cat] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('cat')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER' }]);
  const number = memberOf(cart, EMAILS.ann).retrievalNumber ?? '';
  expect(number).toMatch(/^[0-9A-F]{32}$/);
  expect((await ann.ask(READ, { cartId: cart.id })).cart.members[0].retrievalNumber).toBeNull();
  expect((await ann.ask(RETRIEVE, { number: number.toLowerCase() })).retrieveSharedCart.id).toBe(cart.id);
  for (const other of [ben, cat]) expect((await other.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');
  expect((await ann.refused(RETRIEVE, { number: 'F'.repeat(32) })).code).toBe('RETRIEVAL_NUMBER_UNKNOWN');
});
