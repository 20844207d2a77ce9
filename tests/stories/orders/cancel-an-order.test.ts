import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { fillCart, orderCart } from './shopping.ts';

const CANCEL = 'mutation ($id: ID!, $reason: String! = "Ordered twice") { cancelOrder(orderId: $id, reason: $reason) { status version cancelReason availableActions { name allowed reason } } }';
const CHANGES = 'subscription ($id: ID!, $after: Int) { orderChanged(orderId: $id, afterVersion: $after) { kind cause fromVersion version order { status } } }';

test('a buyer who may calls off a booked order, and whoever watches it sees it [CAN-01, CAN-02]', async () => {
  await using world = await startWorld();
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const { id } = await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]));
  const watch = await bea.watch(CHANGES, { id });
  expect((await watch.next()).orderChanged).toMatchObject({ kind: 'SNAPSHOT', version: 1, order: { status: 'BOOKED' } });

  expect((await ben.refused(CANCEL, { id })).code).toBe('FORBIDDEN');
  expect((await bea.refused(CANCEL, { id, reason: ' ' })).code).toBe('BAD_USER_INPUT');
  const { cancelOrder } = await bea.ask(CANCEL, { id });
  expect(cancelOrder).toMatchObject({ status: 'CANCELED', version: 2, cancelReason: 'Ordered twice', availableActions: [{ name: 'cancelOrder', allowed: false }] });

  expect((await watch.next()).orderChanged).toEqual({ kind: 'CHANGE', cause: 'ORDER_CANCELED', fromVersion: 1, version: 2, order: { status: 'CANCELED' } });
  expect((await bea.refused(CANCEL, { id })).code).toBe('INVALID_STATE');
});

test('a watcher who comes back hears what was missed; a stranger hears nothing', async () => {
  await using world = await startWorld();
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const { id } = await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]));
  await bea.ask(CANCEL, { id });
  const watch = await bea.watch(CHANGES, { id, after: 1 });
  expect((await watch.next()).orderChanged).toMatchObject({ kind: 'CHANGE', fromVersion: 1, version: 2 });
  expect((await gus.refused(CANCEL, { id })).code).toBe('NOT_FOUND');
  const refused = await (await gus.watch(CHANGES, { id })).raw();
  expect(refused?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
});
