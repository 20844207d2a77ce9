import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { CANCELLATION, fillCart, newKey, orderCart, PLACE } from './shopping.ts';

const CANCEL = 'mutation ($id: ID!, $reason: String! = "Ordered twice") { cancelOrder(orderId: $id, reason: $reason) { status version cancelReason availableActions { name allowed reason } } }';
const ACTIONS = 'query ($id: ID!) { order(id: $id) { status availableActions { name allowed } } }';
const CHANGES = 'subscription ($id: ID!, $after: Int) { orderChanged(orderId: $id, afterVersion: $after) { kind cause fromVersion version order { status } } }';
const MUG = [{ sku: 'MUG-RED', quantity: '1' }];

test('a buyer who may calls off a booked order as a whole, and whoever watches it sees it [CAN-01, CAN-02, CAN-07]', async () => {
  await using world = await startWorld({ env: CANCELLATION });
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const { id } = await orderCart(bea, await fillCart(bea, MUG));
  const watch = await bea.watch(CHANGES, { id });
  expect((await watch.next()).orderChanged).toMatchObject({ kind: 'SNAPSHOT', version: 1, order: { status: 'BOOKED' } });

  expect((await bea.ask(ACTIONS, { id })).order.availableActions).toContainEqual({ name: 'cancelOrder', allowed: true });
  expect((await ben.ask(ACTIONS, { id })).order.availableActions).toEqual([]);
  expect((await ben.refused(CANCEL, { id })).code).toBe('FORBIDDEN');
  expect((await bea.refused(CANCEL, { id, reason: ' ' })).code).toBe('BAD_USER_INPUT');
  const { cancelOrder } = await bea.ask(CANCEL, { id });
  expect(cancelOrder).toMatchObject({ status: 'CANCELED', version: 2, cancelReason: 'Ordered twice' });
  expect(cancelOrder.availableActions).toContainEqual(expect.objectContaining({ name: 'cancelOrder', allowed: false }));

  expect((await watch.next()).orderChanged).toEqual({ kind: 'CHANGE', cause: 'ORDER_CANCELED', fromVersion: 1, version: 2, order: { status: 'CANCELED' } });
});

test('what can no longer be called off is refused, with whom to turn to; of two at once one succeeds [CAN-04]', async () => {
  await using world = await startWorld({ env: CANCELLATION });
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const { id } = await orderCart(bea, await fillCart(bea, MUG));
  const answers = await Promise.all([bea.answer(CANCEL, { id }), ann.answer(CANCEL, { id })]);
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions?.code)).toEqual(['ORDER_NOT_CANCELLABLE']);
  const late = await bea.refused(CANCEL, { id });
  expect(late).toMatchObject({ code: 'ORDER_NOT_CANCELLABLE', details: { status: 'CANCELED' } });
  expect(late.message).toContain('Contact your sales representative');
});

test('a canceled order is confirmed to whoever placed it, with prices to those only who may see them [CAN-06, ORD-07, ORD-08, NOTIF-04]', async () => {
  await using world = await startWorld({ env: CANCELLATION });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id, number } = await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]));
  await olga.ask(CANCEL, { id, reason: 'Sold out' });
  const mails = (await world.mail()).filter(({ subject }) => subject.includes(number));
  expect(mails.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([`bea@acme.example: Your order ${number}`, `bea@acme.example: Your order ${number} is canceled`]);
  expect(mails[1]?.text).toContain('Sold out');
  for (const { text } of mails) expect(text).toMatch(/^2 x Stoneware mug, red: 13\.90 GBP$/m);
});

test('without the switch buyers are offered nothing and refused; the seller still may [CAN-01]', async () => {
  await using world = await startWorld();
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const { id } = await orderCart(bea, await fillCart(bea, MUG));
  expect((await bea.ask(ACTIONS, { id })).order.availableActions).toEqual([]);
  expect((await bea.refused(CANCEL, { id })).code).toBe('OPERATION_DISABLED');
  expect((await gus.refused(CANCEL, { id })).code).toBe('NOT_FOUND');
  expect((await olga.ask(CANCEL, { id })).cancelOrder.status).toBe('CANCELED');
});

test('where reasons are listed it must be one of them [CAN-05]', async () => {
  await using world = await startWorld({ env: { ...CANCELLATION, CARTWRIGHT_ORDERS_CANCEL_REASONS: 'Ordered twice, Too late' } });
  const bea = await world.as('bea');
  const { id } = await orderCart(bea, await fillCart(bea, MUG));
  expect(await bea.refused(CANCEL, { id, reason: 'Just so' })).toMatchObject({ code: 'BAD_USER_INPUT', details: { reasons: ['Ordered twice', 'Too late'] } });
  expect((await bea.ask(CANCEL, { id, reason: 'Too late' })).cancelOrder.cancelReason).toBe('Too late');
});

test('a watcher who comes back hears what was missed; a stranger hears nothing', async () => {
  await using world = await startWorld({ env: CANCELLATION });
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const { id } = await orderCart(bea, await fillCart(bea, MUG));
  await bea.ask(CANCEL, { id });
  const watch = await bea.watch(CHANGES, { id, after: 1 });
  expect((await watch.next()).orderChanged).toMatchObject({ kind: 'CHANGE', fromVersion: 1, version: 2 });
  expect((await gus.refused(CANCEL, { id })).code).toBe('NOT_FOUND');
  const refused = await (await gus.watch(CHANGES, { id })).raw();
  expect(refused?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
});

test('who may not see net prices is told of an order without them, and asked for papers where they go by fax [ORD-07, ORD-08]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_FAX_NUMBER: '+44 20 7946 0000', CARTWRIGHT_ORDERS_FAX_PURCHASE_ORDERS: 'true' } });
  const users = world.embedded.subgraphs.get('accounts')?.db.kernel as unknown as { updateTable(name: string): { set(row: object): { where(column: string, is: '=', value: string): { execute(): Promise<unknown> } } } };
  await users.updateTable('User').set({ permissions: ['CREATE_ORDER'] }).where('email', '=', 'bea@acme.example').execute();
  const blind = await world.as('bea');
  const cart = await fillCart(blind, MUG);
  await blind.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey(), purchaseOrderNumber: 'PO-1' } });
  const [mail] = (await world.mail()).filter(({ to }) => to === 'bea@acme.example');
  expect(mail?.subject).toContain('please fax');
  expect(mail?.text).toContain('+44 20 7946 0000');
  expect(mail?.text).toContain('1 x Stoneware mug, red');
  expect(mail?.text).not.toMatch(/GBP|Total/);
});
