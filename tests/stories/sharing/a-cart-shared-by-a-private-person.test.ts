import { expect, test } from 'vitest';
import { ACTIVATE, ADD, EMAILS, LIST, memberOf, privatePerson, READ, REMOVE, RETRIEVE, SHARE, shareNew, startSharing } from './sharing.ts';

test('a private person invites an address; the first private person with the number claims it, and finds the cart in the list [SHARE-03, SHARE-16, SHARE-17, SHARE-19, SHARE-20]', async () => {
  await using world = await startSharing(); // no entry by number for business buyers; private people need no switch
  const [cat, ann, guest, sam] = [await world.as('cat'), await world.as('ann'), await world.as('guest'), await world.as('sam')];
  const [dan, eve] = [await privatePerson(world, 'Dan'), await privatePerson(world, 'Eve')];
  const cart = await shareNew(cat, [{ email: 'somebody@mail.example', role: 'PARTICIPANT', notify: true }]);
  const invited = memberOf(cart, 'somebody@mail.example');
  expect(cart).toMatchObject({ members: [], invitations: [{ email: 'somebody@mail.example', invitedBy: { name: 'Cat' } }] });
  const [mail] = await world.mail();
  expect(mail).toMatchObject({ to: 'somebody@mail.example' });
  const number = /Retrieval number: (\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(number).toBe(invited.retrievalNumber);

  expect((await dan.refused(READ, { cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await guest.refused(RETRIEVE, { number })).code).toBe('UNAUTHENTICATED');
  expect((await ann.refused(RETRIEVE, { number })).code).toBe('OPERATION_DISABLED');
  expect((await sam.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');
  expect((await dan.refused(RETRIEVE, { number: `${number.slice(1)}0` })).code).toBe('RETRIEVAL_NUMBER_UNKNOWN');

  const { retrieveSharedCart: got } = await dan.ask(RETRIEVE, { number: `${number.slice(0, 8)}-${number.slice(8)} ` });
  expect(got).toMatchObject({ id: cart.id, members: [{ user: { id: dan.id }, role: 'PARTICIPANT' }], invitations: [] });
  expect((await dan.ask(LIST)).carts.nodes).toEqual([{ id: cart.id }]);
  expect((await dan.ask(RETRIEVE, { number })).retrieveSharedCart.version).toBe(got.version);
  expect((await eve.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');

  await cat.ask(REMOVE, { cartId: cart.id, memberId: invited.id });
  expect((await dan.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');
  expect((await dan.ask(LIST)).carts.nodes).toEqual([]);
});

test('two people who claim one invitation at once: one has it [SHARE-17]', async () => {
  await using world = await startSharing();
  const cat = await world.as('cat');
  const [dan, eve] = [await privatePerson(world, 'Dan'), await privatePerson(world, 'Eve')];
  const number = memberOf(await shareNew(cat, [{ email: 'x@mail.example', role: 'VIEWER' }]), 'x@mail.example').retrievalNumber;
  const answers = await Promise.all([dan, eve].map((person) => person.answer(RETRIEVE, { number })));
  expect(answers.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'claimed').toSorted()).toEqual(['NOT_FOUND', 'claimed']);
});

test('a business buyer cannot claim the invitation of a private person, nor share with their colleagues what is a private cart [SHARE-17]', async () => {
  await using world = await startSharing({ CARTWRIGHT_CARTS_RETRIEVAL_BY_NUMBER: 'true' });
  const [cat, ann] = [await world.as('cat'), await world.as('ann')];
  const cart = await shareNew(cat, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  const number = memberOf(cart, EMAILS.ann).retrievalNumber;
  expect((await ann.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');
  expect((await cat.refused(SHARE, { cartId: cart.id, members: [{ email: 'CAT@home.example', role: 'VIEWER' }] })).code).toBe('BAD_USER_INPUT');
});

test('private members see each other by name only, the owner sees the addresses invited', async () => {
  await using world = await startSharing();
  const cat = await world.as('cat');
  const [dan, eve] = [await privatePerson(world, 'Dan'), await privatePerson(world, 'Eve')];
  const cart = await shareNew(cat, [{ email: dan.email, role: 'ADMINISTRATOR' }, { email: eve.email, role: 'VIEWER' }]);
  for (const person of [dan, eve]) await person.ask(RETRIEVE, { number: memberOf(cart, person.email).retrievalNumber });
  const { cart: seen } = await dan.ask(READ, { cartId: cart.id });
  expect(seen.members).toMatchObject([{ email: dan.email, user: { name: 'Dan' }, retrievalNumber: null }, { email: null, user: { name: 'Eve' }, retrievalNumber: null }]);
});

test('the prices of a shared cart are those of its owner, whoever edits [SHARE-30]', async () => {
  await using world = await startSharing();
  const [cat, olga] = [await world.as('cat'), await world.as('olga')];
  const dan = await privatePerson(world, 'Dan');
  const price = '{ unitPrice { amount } }';
  const { viewer: { account } } = await cat.ask('{ viewer { account { id } } }');
  await olga.ask(
    'mutation ($account: String!) { upsertPrices(priceList: "cats", prices: [{ sku: "MUG-RED", unitPrice: "1.11" }]) { version } setSitePricing(input: { mode: BEST_PRICE, priceList: "default" }) { version } assignPriceList(priceList: "cats", audienceKind: ACCOUNT, audience: $account) { version } }',
    { account: account.id },
  );
  await world.settle();
  const { addCartLines: own } = await dan.ask(`mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { lines ${price} } }`);
  expect(own.lines[0].unitPrice.amount).not.toBe('1.11');

  const cart = await shareNew(cat, [{ email: dan.email, role: 'PARTICIPANT' }]);
  await dan.ask(RETRIEVE, { number: memberOf(cart, dan.email).retrievalNumber });
  await dan.ask(ACTIVATE, { cartId: cart.id });
  const { addCartLines: shared } = await dan.ask(`mutation ($cartId: ID!) { addCartLines(cartId: $cartId, lines: [{ sku: "MUG-RED", quantity: 3 }]) { soldTo { id } lines ${price} } }`, { cartId: cart.id });
  expect(shared.soldTo.id).toBe(account.id);
  expect(shared.lines.map(({ unitPrice }: { unitPrice: { amount: string } }) => unitPrice.amount)).toEqual(['1.11', '1.11']);
  expect((await cat.ask(ADD, { cartId: cart.id, sku: 'MUG-RED' }).catch((error: Error) => error.message))).toContain('CART_NOT_ACTIVE');
});

test('a private administrator orders for the owner: the order is sold to the owner, and is the owner\'s to see [SHARE-04, SHARE-29]', async () => {
  await using world = await startSharing();
  const cat = await world.as('cat');
  const dan = await privatePerson(world, 'Dan');
  const cart = await shareNew(cat, [{ email: dan.email, role: 'ADMINISTRATOR' }]);
  await dan.ask(RETRIEVE, { number: memberOf(cart, dan.email).retrievalNumber });
  const { cart: { priceHash } } = await dan.ask('query ($id: ID!) { cart(id: $id) { priceHash } }', { id: cart.id });
  const place = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id soldTo { name } } } }';
  const { placeOrder: order } = await dan.ask(place, { input: { cartId: cart.id, priceHash, idempotencyKey: 'dan' } });
  expect(order.soldTo).toEqual({ name: 'Cat at home' });
  expect((await cat.ask('query ($id: ID!) { order(id: $id) { id } }', { id: order.id })).order.id).toBe(order.id);
  expect((await dan.refused('query ($id: ID!) { order(id: $id) { id } }', { id: order.id })).code).toBe('NOT_FOUND');
  const told = (await world.mail()).filter(({ subject }) => subject.includes('Office'));
  expect(told.map(({ to, subject }) => `${to}: ${subject}`)).toEqual(['cat@home.example: The cart "Office" was ordered']);
});
