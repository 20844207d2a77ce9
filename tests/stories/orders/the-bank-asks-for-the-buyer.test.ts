import { expect, test } from 'vitest';
import { startStripe } from '../../support/stripe-imitation.ts';
import { startWorld } from '../../support/world.ts';
import { savePaymentMethod } from '../orders-of-shared-carts/shared-orders.ts';
import { fillCart, newKey } from './shopping.ts';
import type { Session } from '../../support/session.ts';

const OUTCOME = '__typename ... on Order { id number payments { status } } ... on AuthenticationRequired { idempotencyKey url clientSecret until }';
const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ${OUTCOME} } }`;
const CONTINUE = `mutation ($key: String!) { continueCheckout(idempotencyKey: $key) { ${OUTCOME} } }`;
const ATTEMPT = 'query ($key: String!) { checkoutAttempt(idempotencyKey: $key) { step refusal { code } authentication { clientSecret } } }';
const FOLLOW = 'subscription ($key: String!) { checkoutChanged(idempotencyKey: $key) { attempt { step authentication { clientSecret } order { number } } } }';
const ASKS = { type: 'CARD', label: 'Mine', token: 'pm_card_authenticationRequired', brand: 'Visa', last4: '3220', expires: '2099-05' };

async function wish(cat: Session, paymentMethodId: string): Promise<{ input: { idempotencyKey: string } }> {
  const cart = await fillCart(cat, [{ sku: 'MUG-RED', quantity: '1' }]);
  return { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey(), payment: { paymentMethodId } } as { idempotencyKey: string } };
}

test('a bank that asks for the buyer first makes the attempt wait; once they were there the order is placed, once, and nobody else goes on with it [CHK-46]', async () => {
  await using stripe = await startStripe();
  await using world = await startWorld({ env: stripe.env });
  const [cat, bea, olga] = [await world.as('cat'), await world.as('bea'), await world.as('olga')];
  const card = await savePaymentMethod(cat, ASKS);
  const order = await wish(cat, card);
  const key = order.input.idempotencyKey;
  const watch = await cat.watch(FOLLOW, { key });
  const { placeOrder: asked } = await cat.ask(PLACE, order);
  const [intent] = stripe.intents.values();
  if (!intent) throw new Error('Nobody was asked.');
  expect(asked).toEqual({ __typename: 'AuthenticationRequired', idempotencyKey: key, url: null, clientSecret: intent.client_secret, until: expect.any(String) });
  expect((await cat.ask(PLACE, order)).placeOrder, 'the same key hears the same').toEqual(asked);
  expect((await cat.ask(CONTINUE, { key })).continueCheckout, 'what the client says is not believed').toEqual(asked);
  expect((await bea.refused(CONTINUE, { key })).code).toBe('NOT_FOUND');
  expect((await cat.ask(ATTEMPT, { key })).checkoutAttempt).toEqual({ step: 'STOCK_RESERVED', refusal: null, authentication: { clientSecret: intent.client_secret } });
  expect((await olga.ask('{ orders { nodes { id } } }')).orders.nodes).toEqual([]);

  stripe.authenticate(intent, true);
  const [one, two] = await Promise.all([cat.ask(CONTINUE, { key }), cat.ask(CONTINUE, { key })]);
  expect(one?.continueCheckout).toMatchObject({ __typename: 'Order', payments: [{ status: 'AUTHORISED' }] });
  expect(two).toEqual(one);
  expect((await cat.ask(CONTINUE, { key })).continueCheckout, 'late').toEqual(one?.continueCheckout);
  expect((await olga.ask('{ orders { nodes { id } } }')).orders.nodes).toHaveLength(1);
  expect([stripe.intents.size, intent.authorisations]).toEqual([1, 1]);
  const heard = [];
  while (heard.at(-1)?.order == null) heard.push((await watch.next()).checkoutChanged.attempt);
  expect(heard.some(({ authentication }) => authentication?.clientSecret === intent.client_secret)).toBe(true);
});

test('a buyer whom the bank does not know is declined, and everything is given back; the word of the service alone suffices to go on', async () => {
  await using stripe = await startStripe();
  await using world = await startWorld({ env: stripe.env });
  const cat = await world.as('cat');
  const card = await savePaymentMethod(cat, ASKS);
  const stranger = await wish(cat, card);
  await cat.ask(PLACE, stranger);
  const [first] = stripe.intents.values();
  if (first) stripe.authenticate(first, false);
  expect((await cat.refused(CONTINUE, { key: stranger.input.idempotencyKey })).code).toBe('PAYMENT_DECLINED');
  expect((await cat.refused(CONTINUE, { key: stranger.input.idempotencyKey })).code).toBe('NOT_FOUND');
  expect((await cat.ask('{ product(sku: "MUG-RED") { availability { available } } }')).product.availability).toEqual({ available: '1200' });

  const known = { input: { ...stranger.input, idempotencyKey: newKey() } };
  await cat.ask(PLACE, known);
  const second = [...stripe.intents.values()].find(({ status }) => status === 'requires_action');
  if (!second) throw new Error('Nobody was asked.');
  stripe.authenticate(second, true);
  const { headers, body } = stripe.callback(second, 'payment_intent.amount_capturable_updated', new Date());
  expect((await fetch(new URL('/payment-callbacks', world.url), { method: 'POST', headers, body })).status).toBe(200);
  await expect.poll(async () => (await cat.ask(ATTEMPT, { key: known.input.idempotencyKey })).checkoutAttempt.step, { timeout: 10_000 }).toBe('PLACED');
});
