import { expect, test } from 'vitest';
import { fakeClock, type FakeClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { report } from '../support/figures.ts';
import { sessionWith, type Session } from '../support/session.ts';
import { startStripe, type StripeImitation } from '../support/stripe-imitation.ts';
import { startWorld, type World } from '../support/world.ts';

const ADD = 'mutation { addCartLines(lines: [{ sku: "BOLT-M8", quantity: 1 }]) { id priceHash total { amount } } }';
const CARD = 'mutation ($method: PaymentMethodInput!) { savePaymentMethod(method: $method) { id } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id total { amount } } } }';
const PAYMENT = 'query ($id: ID!) { order(id: $id) { payments { status authorised { amount } amount { amount } refunded { amount } operations { kind status } } } }';
const CANCEL = 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Too many") { status } }';

interface Till extends AsyncDisposable {
  readonly world: World;
  readonly stripe: StripeImitation;
  readonly clock: FakeClock;
  /** A buyer of their own, who pays a bolt with this card. */
  buyer(token?: string): Promise<{ person: Session; input: object; total: string }>;
}

async function openTill(): Promise<Till> {
  const stripe = await startStripe();
  const clock = fakeClock(new Date());
  const world = await startWorld({ clock, env: { ...stripe.env, CARTWRIGHT_ORDERS_CANCELLATION: 'true', CARTWRIGHT_ORDERS_PAYMENT_ROUND_SECONDS: '0.05' } });
  const accountId: string = (await (await world.as('cat')).ask('{ viewer { account { id } } }')).viewer.account.id;
  return {
    world,
    stripe,
    clock,
    async buyer(token = 'pm_card_visa') {
      const issued = await world.embedded.issuer.issue({ id: newId(), kind: 'INDIVIDUAL', accountId, permissions: [] }, 36_000, new Date());
      const person = sessionWith(world.url, issued.token);
      const { addCartLines: cart } = await person.ask(ADD);
      const { savePaymentMethod: method } = await person.ask(CARD, { method: { type: 'CARD', token, brand: 'Visa', last4: '4242', expires: '2099-05' } });
      return { person, input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newId(), payment: { paymentMethodId: method.id } }, total: cart.total.amount };
    },
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      await stripe[Symbol.asyncDispose]();
    },
  };
}

const authorisations = ({ intents }: StripeImitation): number => [...intents.values()].reduce((sum, intent) => sum + intent.authorisations, 0);
const statuses = ({ intents }: StripeImitation): string[] => [...intents.values()].map(({ status }) => status);
const paymentOf = async (person: Session, id: string) => (await person.ask(PAYMENT, { id })).order.payments[0];
const post = (world: World, { headers, body }: { headers: Record<string, string>; body: string }): Promise<number> =>
  fetch(new URL('/payment-callbacks', world.url), { method: 'POST', headers, body }).then(({ status }) => status);

test('fifty orders at once under one key are one order and one authorisation; under it with another body nothing happens [F44, F45, I3, I4]', async () => {
  await using till = await openTill();
  const { person, input } = await till.buyer();
  const answers = await Promise.all(Array.from({ length: 50 }, () => person.answer(PLACE, { input })));
  const ids = new Set(answers.map(({ data }) => (data?.placeOrder as { id: string } | undefined)?.id));
  const refusal = await person.refused(PLACE, { input: { ...input, purchaseOrderNumber: 'another' } });
  report('one key, fifty at once', { answers: answers.length, orders: ids.size, authorisations: authorisations(till.stripe), otherBody: refusal.code });
  expect([ids.size, [...ids][0] !== undefined, authorisations(till.stripe), refusal.code]).toEqual([1, true, 1, 'IDEMPOTENCY_KEY_REUSED']);
});

test('the bank that says no and the service that cannot process are told apart, and nothing is ordered [CHK-46]', async () => {
  await using till = await openTill();
  for (const [token, code, reason] of [['pm_card_chargeDeclined', 'PAYMENT_DECLINED', 'generic_decline'], ['pm_card_chargeDeclinedProcessingError', 'PAYMENT_FAILED', 'processing_error']] as const) {
    const { person, input } = await till.buyer(token);
    expect(await person.refused(PLACE, { input })).toMatchObject({ code, details: { reason } });
    expect((await person.ask('{ orders { nodes { id } } activeCart { id } }')).activeCart).not.toBeNull();
  }
  expect(authorisations(till.stripe)).toBe(0);
});

test('a service that charges and hangs charges once; a callback about it spares the wait [F52, I4]', async () => {
  await using till = await openTill();
  const { stripe, clock, world } = till;
  const { person, input, total } = await till.buyer('pm_hangs_once');
  const placing = person.ask(PLACE, { input });
  await expect.poll(() => authorisations(stripe)).toBe(1);
  const [intent] = stripe.intents.values();
  if (!intent) throw new Error('Nothing was authorised.');
  // The checkout waits by a clock that stands still: only the callback lets it go on.
  await expect.poll(async () => (await post(world, stripe.callback(intent, 'payment_intent.amount_capturable_updated', clock.now())), stripe.calls.filter((call) => call === 'GET pi').length), { timeout: 10_000 }).toBeGreaterThan(1);
  const { placeOrder } = await placing;
  report('charge, then hang', { authorisations: authorisations(stripe), confirmations: stripe.calls.filter((call) => call === 'POST confirm').length, order: placeOrder.total.amount === total });
  expect([placeOrder.total.amount, authorisations(stripe)]).toEqual([total, 1]);
  expect(await paymentOf(person, placeOrder.id)).toMatchObject({ status: 'AUTHORISED', authorised: { amount: total } });
});

test('callbacks five times, in any order, an hour late: one effect and a legal state; a stranger\'s is refused [F53]', async () => {
  await using till = await openTill();
  const { stripe, clock, world } = till;
  const { person, input, total } = await till.buyer();
  const { placeOrder: order } = await person.ask(PLACE, { input });
  const [intent] = stripe.intents.values();
  if (!intent) throw new Error('Nothing was authorised.');
  const types = ['payment_intent.succeeded', 'payment_intent.canceled', 'payment_intent.amount_capturable_updated', 'charge.refunded', 'payment_intent.payment_failed'];
  const version = async (): Promise<number> => (await person.ask('query ($id: ID!) { order(id: $id) { version } }', { id: order.id })).order.version;
  const before = await version();
  for (const type of types) for (let copy = 0; copy < 5; copy++) expect(await post(world, stripe.callback(intent, type, clock.now()))).toBe(200);
  clock.advance(60 * 60_000);
  for (const type of types) expect(await post(world, stripe.callback(intent, type, clock.now())), 'signed anew').toBe(200);
  expect(await post(world, stripe.callback(intent, 'payment_intent.canceled', new Date(clock.now().getTime() - 3_600_000))), 'signed an hour ago').toBe(401);
  const genuine = stripe.callback(intent, 'payment_intent.canceled', clock.now());
  expect(await post(world, { ...genuine, body: genuine.body.replace(intent.id, 'pi_other') })).toBe(401);
  expect(await post(world, { headers: {}, body: genuine.body })).toBe(401);
  expect([await version(), await paymentOf(person, order.id)]).toMatchObject([before, { status: 'AUTHORISED', authorised: { amount: total }, amount: { amount: '0.00' } }]);

  await person.ask(CANCEL, { id: order.id });
  await expect.poll(async () => (await paymentOf(person, order.id)).status).toBe('VOIDED');
  for (const type of types) await post(world, stripe.callback(intent, type, clock.now()));
  const payment = await paymentOf(person, order.id);
  report('callbacks, many, old and in any order', { callbacks: types.length * 7, status: payment.status, authorisations: authorisations(stripe), cancels: stripe.calls.filter((call) => call === 'POST cancel').length });
  expect([payment.status, statuses(stripe), stripe.calls.filter((call) => call === 'POST cancel').length]).toEqual(['VOIDED', ['canceled'], 1]);
});
