import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { sessionWith, type Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { fillCart, newKey, orderCart, PLACE } from '../orders/shopping.ts';

const PASSWORD = 'correct horse battery';
const REGISTER = 'mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { email awaitsApproval } }';
const REGISTER_PERSON = 'mutation ($input: RegisterIndividualInput!) { registerIndividual(input: $input) { email awaitsApproval } }';
const INVITE = 'mutation ($input: InviteBuyerInput!) { inviteBuyer(input: $input) { token email expiresAt } }';
const ACCEPT = 'mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { token viewer { permissions account { name } } } }';
const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }';
const WAITING = '{ accountsAwaitingApproval { id name status } }';
const APPROVE = 'mutation ($id: ID!) { approveAccount(accountId: $id) { id status } }';
const REJECT = 'mutation ($id: ID!) { rejectAccount(accountId: $id) { status } }';
const MUGS = [{ sku: 'MUG-RED', quantity: '3' }];

const initech = (more: object = {}): { input: object } => ({ input: { organizationName: 'Initech', country: 'GB', name: 'Peter', email: 'Peter@Initech.example', password: PASSWORD, ...more } });
const peter = (more: object = {}): { input: object } => ({ input: { name: 'Peter', email: 'peter@home.example', password: PASSWORD, ...more } });

async function signedIn(world: World, email: string, password = PASSWORD): Promise<Session> {
  return sessionWith(world.url, (await sessionWith(world.url, undefined).ask(SIGN_IN, { email, password })).signIn.token);
}

test('an organisation registers, signs in and fills a cart, and buys and asks for quotes once an administrator has approved it [EXT-02]', async () => {
  await using world = await startWorld();
  const [nobody, bea, olga] = [await world.as('nobody'), await world.as('bea'), await world.as('olga')];
  expect((await nobody.ask(REGISTER, initech())).registerOrganization).toEqual({ email: 'peter@initech.example', awaitsApproval: true });
  const buyer = await signedIn(world, 'peter@initech.example');
  expect((await buyer.ask('{ viewer { kind account { name status users { name } } } }')).viewer).toEqual({ kind: 'BUYER', account: { name: 'Initech', status: 'PENDING', users: [{ name: 'Peter' }] } });

  const cart = await fillCart(buyer, MUGS);
  const place = { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } };
  expect((await buyer.refused(PLACE, place)).code).toBe('ACCOUNT_NOT_APPROVED');
  const { createQuote } = await buyer.ask('mutation { createQuote(lines: [{ sku: "MUG-RED" }]) { id } }');
  const request = 'mutation ($id: ID!) { requestQuote(quoteId: $id) { status } }';
  expect((await buyer.refused(request, { id: createQuote.id })).code).toBe('ACCOUNT_NOT_APPROVED');
  expect((await buyer.refused('mutation ($id: ID!) { requestAssistance(cartId: $id) { id } }', { id: cart.id })).code).toBe('ACCOUNT_NOT_APPROVED');

  expect((await bea.refused(WAITING)).code).toBe('FORBIDDEN');
  const [waiting] = (await olga.ask(WAITING)).accountsAwaitingApproval;
  expect(waiting).toMatchObject({ name: 'Initech', status: 'PENDING' });
  for (const stranger of [buyer, bea]) expect((await stranger.refused(APPROVE, waiting)).code).toBe('FORBIDDEN');
  expect((await olga.ask(APPROVE, waiting)).approveAccount).toEqual({ id: waiting.id, status: 'ACTIVE' });
  expect((await olga.refused(APPROVE, waiting)).code).toBe('INVALID_STATE');
  expect((await olga.ask(WAITING)).accountsAwaitingApproval).toEqual([]);

  expect((await buyer.ask(PLACE, place)).placeOrder.status).toBe('BOOKED'); // with the token of before
  expect((await buyer.ask(request, { id: createQuote.id })).requestQuote.status).toBe('QUOTE_REQUESTED');
});

test('an organisation that is turned away does not buy, and may be approved after all [EXT-02]', async () => {
  await using world = await startWorld();
  const [nobody, olga] = [await world.as('nobody'), await world.as('olga')];
  await nobody.ask(REGISTER, initech());
  const buyer = await signedIn(world, 'peter@initech.example');
  const cart = await fillCart(buyer, MUGS);
  const [waiting] = (await olga.ask(WAITING)).accountsAwaitingApproval;
  expect((await olga.ask(REJECT, waiting)).rejectAccount.status).toBe('REJECTED');
  expect((await buyer.refused(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } })).code).toBe('ACCOUNT_NOT_APPROVED');
  await olga.ask(APPROVE, waiting);
  expect((await orderCart(buyer, cart)).status).toBe('BOOKED');
  expect((await olga.refused(APPROVE, { id: 'unheard of' })).code).toBe('NOT_FOUND');
});

test('a private person registers and buys at once [EXT-02]', async () => {
  await using world = await startWorld();
  expect((await (await world.as('nobody')).ask(REGISTER_PERSON, peter())).registerIndividual).toEqual({ email: 'peter@home.example', awaitsApproval: false });
  const person = await signedIn(world, 'peter@home.example');
  expect((await orderCart(person, await fillCart(person, MUGS))).status).toBe('BOOKED');
});

test('whoever manages an organisation invites buyers: each joins once, with a password of their own, as a buyer and no more [EXT-02]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const [nobody, ann, bea, cat] = [await world.as('nobody'), await world.as('ann'), await world.as('bea'), await world.as('cat')];
  const milton = { input: { name: 'Milton', email: 'milton@acme.example' } };
  for (const other of [bea, cat]) expect((await other.refused(INVITE, milton)).code).toBe('FORBIDDEN');
  const { inviteBuyer: invitation } = await ann.ask(INVITE, milton);
  expect((await nobody.refused(ACCEPT, { token: invitation.token, password: 'short' })).code).toBe('BAD_USER_INPUT');
  expect((await nobody.refused(ACCEPT, { token: 'guessed', password: PASSWORD })).code).toBe('INVITATION_INVALID');

  const answers = await Promise.all([1, 2].map(() => nobody.answer(ACCEPT, { token: invitation.token, password: PASSWORD })));
  const [joined] = answers.filter(({ errors }) => !errors);
  expect(answers.filter(({ errors }) => errors?.[0]?.extensions?.code === 'INVITATION_INVALID')).toHaveLength(1);
  expect(joined?.data).toMatchObject({ acceptInvitation: { viewer: { account: { name: 'Acme' }, permissions: expect.arrayContaining(['CREATE_ORDER']) } } });
  expect(joined?.data).not.toMatchObject({ acceptInvitation: { viewer: { permissions: expect.arrayContaining(['MANAGE_ACCOUNT']) } } });
  const buyer = await signedIn(world, 'milton@acme.example');
  expect((await orderCart(buyer, await fillCart(buyer, MUGS))).status).toBe('BOOKED');

  const { inviteBuyer: late } = await ann.ask(INVITE, { input: { name: 'Late', email: 'late@acme.example' } });
  clock.advance(7 * 86_400_000);
  expect((await nobody.refused(ACCEPT, { token: late.token, password: PASSWORD })).code).toBe('INVITATION_INVALID');
});

test('nobody learns who is a customer: a known address is answered alike, and keeps its account and password [EXT-02]', async () => {
  await using world = await startWorld();
  const [nobody, ann, olga] = [await world.as('nobody'), await world.as('ann'), await world.as('olga')];
  const taken = await nobody.ask(REGISTER, initech({ email: 'bea@acme.example' }));
  const free = await nobody.ask(REGISTER, initech());
  expect(taken).toEqual({ registerOrganization: { ...free.registerOrganization, email: 'bea@acme.example' } });
  expect((await olga.ask(WAITING)).accountsAwaitingApproval).toHaveLength(1);
  expect((await nobody.refused(SIGN_IN, { email: 'bea@acme.example', password: PASSWORD })).code).toBe('SIGN_IN_FAILED');
  const { inviteBuyer } = await ann.ask(INVITE, { input: { name: 'Gus', email: 'gus@globex.example' } });
  expect((await nobody.refused(ACCEPT, { token: inviteBuyer.token, password: PASSWORD })).code).toBe('INVITATION_INVALID');
  const sameAtOnce = await Promise.all([1, 2, 3].map(() => nobody.ask(REGISTER_PERSON, peter())));
  expect(new Set(sameAtOnce.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test('what cannot be registered is refused, and so is trying too often [EXT-02]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const nobody = await world.as('nobody');
  for (const bad of [{ email: 'peter' }, { password: 'short' }, { name: ' ' }, { organizationName: '' }]) expect((await nobody.refused(REGISTER, initech(bad))).code).toBe('BAD_USER_INPUT');
  for (let tries = 0; tries < 5; tries++) await nobody.ask(REGISTER, initech());
  expect(await nobody.refused(REGISTER, initech())).toMatchObject({ code: 'TOO_MANY_REQUESTS', details: { retryAt: expect.any(String) } });
  clock.advance(3_600_000);
  await nobody.ask(REGISTER, initech());
});
