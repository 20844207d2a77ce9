import { expect, test } from 'vitest';
import { EMAILS, shareNew, startSharing } from '../sharing/sharing.ts';
import { startWorld } from '../../support/world.ts';
import { CANCELLATION, fillCart } from '../orders/shopping.ts';
import { CARD, place, placeRefused, savePaymentMethod, sharedInPrivate, withOnly } from './shared-orders.ts';

const READ = 'query ($id: ID!) { order(id: $id) { paymentKind payment { type status amount { amount } label brand last4 expires } } }';
const MASKED = { label: null, brand: null, last4: null, expires: null };
const SHOWN = { label: 'Mine', brand: 'Visa', last4: '1111', expires: '2099-05' };

test('a business member pays with their own card: they and the seller see which, the owner and colleagues only that it is a card [SHARE-31]', async () => {
  await using world = await startSharing(CANCELLATION);
  const [bea, ann, ben, sam] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('sam')];
  const [anns, beas] = [await savePaymentMethod(ann), await savePaymentMethod(bea, { ...CARD, label: 'Of Bea', last4: '2222' })];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  expect((await placeRefused(ann, cart.id, { payment: { paymentMethodId: beas } })).code).toBe('NOT_FOUND');

  const order = await place(ann, cart.id, { payment: { paymentMethodId: anns } });
  const paid = { type: 'CARD', status: 'OPEN', amount: order.total };
  expect(order.payment).toEqual({ ...paid, ...SHOWN });
  const seen = async (person: typeof bea) => (await person.ask(READ, { id: order.id })).order.payment;
  for (const entitled of [ann, sam]) expect(await seen(entitled)).toEqual({ ...paid, ...SHOWN });
  expect(await seen(bea)).toEqual({ ...paid, ...MASKED });
  expect(await seen(ben)).toEqual({ type: 'CARD', status: 'OPEN', amount: null, ...MASKED }); // Ben sees no net prices
  expect((await bea.ask('{ paymentMethods { id } }')).paymentMethods).toEqual([{ id: beas }]);

  await ann.ask('mutation ($id: ID!) { deletePaymentMethod(paymentMethodId: $id) }', { id: anns });
  expect(await seen(ann)).toEqual({ ...paid, ...SHOWN });
  await bea.ask('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Too much") { id } }', { id: order.id });
  expect((await seen(bea)).status).toBe('VOID');
});

test('what a private member pays with is in no row, event or mail of the owner [SHARE-31]', async () => {
  await using world = await startSharing();
  const cat = await world.as('cat');
  const { cart, dan } = await sharedInPrivate(world, cat);
  const order = await place(dan, cart.id, { payment: { paymentMethodId: await savePaymentMethod(dan) } });
  expect(order.payment).toMatchObject({ type: 'CARD', ...SHOWN });
  expect((await cat.ask(READ, { id: order.id })).order).toMatchObject({ paymentKind: 'CARD', payment: { type: 'CARD', ...MASKED } });
  expect((await cat.ask('{ paymentMethods { id } }')).paymentMethods).toEqual([]);
  await world.settle();
  const told = await Promise.all([...world.embedded.subgraphs.values()].map(({ db }) => db.kernel.selectFrom('OutboxMessage').selectAll().execute()));
  for (const text of [JSON.stringify(told), JSON.stringify(await world.mail())]) for (const secret of ['tok_secret', '1111', 'Visa']) expect(text).not.toContain(secret);
});

test('who may not use the payment book pays by kind; the cart is not held by the order that was refused [SHARE-31]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const without = await withOnly(world, 'bea', 'CREATE_ORDER', 'VIEW_NET_PRICE');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  const method = await savePaymentMethod(bea);
  expect(await placeRefused(without, cart.id, { payment: { paymentMethodId: method } })).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'USE_PAYMENT_BOOK' } });
  expect((await placeRefused(bea, cart.id, { payment: { paymentMethodId: 'nothing' } })).code).toBe('NOT_FOUND');
  expect((await place(without, cart.id, { payment: { kind: 'INVOICE' } })).payment).toMatchObject({ type: 'INVOICE', ...MASKED });
});

test('payment is a known kind or a method, never both; what looks like a card is not repeated', async () => {
  await using world = await startWorld();
  const cat = await world.as('cat');
  const cart = await fillCart(cat, [{ sku: 'MUG-RED', quantity: '1' }]);
  for (const payment of [{}, { kind: 'CASH', paymentMethodId: 'x' }, { kind: '4111111111111111' }, { kind: 'toString' }]) {
    const refusal = await placeRefused(cat, cart.id, { payment });
    expect(refusal.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(refusal)).not.toContain('4111');
  }
  expect((await place(cat, cart.id)).payment).toBeNull();
});
