import { expect, test } from 'vitest';
import { sessionWith } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';

const METHOD = 'id type label brand last4 expires';
const SAVE = `mutation ($method: PaymentMethodInput!, $key: String) { savePaymentMethod(method: $method, idempotencyKey: $key) { ${METHOD} } }`;
const DELETE = 'mutation ($id: ID!) { deletePaymentMethod(paymentMethodId: $id) }';
const BOOK = `{ paymentMethods { ${METHOD} } }`;
const CARD = { type: 'CARD', label: 'Mine', token: 'tok_visa', brand: 'Visa', last4: '1111', expires: '2099-05' };

test('a payment book is its owner\'s alone, colleagues and sellers do not see it; a repeat with the key adds nothing [SHARE-31]', async () => {
  await using world = await startWorld();
  const [bea, ann, cat, olga] = [await world.as('bea'), await world.as('ann'), await world.as('cat'), await world.as('olga')];
  const { savePaymentMethod: card } = await bea.ask(SAVE, { method: CARD, key: 'card' });
  expect((await bea.ask(SAVE, { method: CARD, key: 'card' })).savePaymentMethod).toEqual(card);
  const { token: _, ...shown } = CARD;
  expect((await bea.ask(BOOK)).paymentMethods).toEqual([{ id: card.id, ...shown }]);
  for (const other of [ann, cat]) {
    expect((await other.ask(BOOK)).paymentMethods).toEqual([]);
    await other.ask(DELETE, { id: card.id });
  }
  expect((await olga.refused(BOOK)).code).toBe('FORBIDDEN');
  expect((await bea.ask(BOOK)).paymentMethods).toHaveLength(1);

  for (let twice = 0; twice < 2; twice++) expect((await bea.ask(DELETE, { id: card.id })).deletePaymentMethod).toBe(card.id);
  expect((await bea.ask(BOOK)).paymentMethods).toEqual([]);
  await world.settle();
  const events = await world.embedded.subgraphs.get('accounts')?.db.kernel.selectFrom('OutboxMessage').selectAll().where('type', 'like', 'PAYMENT%').orderBy('id').execute();
  expect(events?.map(({ type, payload }) => [type, Object.keys(payload)])).toEqual(['PAYMENT_METHOD_SAVED', 'PAYMENT_METHOD_DELETED'].map((type) => [type, ['paymentMethodId', 'userId']]));
});

test('business buyers need USE_PAYMENT_BOOK, private people no permission, and guests keep nothing', async () => {
  await using world = await startWorld();
  const [bea, cat, guest] = [await world.as('bea'), await world.as('cat'), await world.as('guest')];
  const { viewer } = await bea.ask('{ viewer { id account { id } } }');
  const { token } = await world.embedded.issuer.issue({ id: viewer.id, kind: 'BUYER', accountId: viewer.account.id, permissions: ['CREATE_ORDER'] }, 3_600, new Date());
  const without = sessionWith(world.url, token);
  for (const [query, variables] of [[BOOK, {}], [SAVE, { method: CARD }], [DELETE, { id: 'x' }]] as const) {
    expect(await without.refused(query, variables)).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'USE_PAYMENT_BOOK' } });
    expect((await guest.refused(query, variables)).code).toBe('UNAUTHENTICATED');
  }
  expect((await cat.ask(SAVE, { method: { type: 'INVOICE' } })).savePaymentMethod).toMatchObject({ type: 'INVOICE', brand: null });
});

test('what looks like the number of a card is not kept anywhere, and not repeated', async () => {
  await using world = await startWorld();
  const cat = await world.as('cat');
  const number = '4111 1111 1111 1111';
  for (const method of [{ ...CARD, token: number }, { ...CARD, label: number }, { type: 'CASH', label: number }]) {
    const refusal = await cat.refused(SAVE, { method });
    expect(refusal.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(refusal)).not.toContain('1111');
  }
  expect((await cat.ask(BOOK)).paymentMethods).toEqual([]);
});
