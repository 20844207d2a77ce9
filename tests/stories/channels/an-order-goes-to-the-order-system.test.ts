import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { CANCELLATION } from '../orders/shopping.ts';
import { placeOne, readOrder, startChannels, HAND_OVERS, SOON } from './outside-orders.ts';

const CHANGES = 'subscription ($id: ID!, $after: Int) { orderChanged(orderId: $id, afterVersion: $after) { cause fromVersion version order { number handOver } } }';
const FOUND = 'query ($number: String!) { orders(search: { number: $number }) { nodes { id number storeNumber } } }';
const CANCEL = 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Not needed") { status } }';

test('a placed order is taken over once, signed, with all that was agreed; from then on it has the number of there, live and in searches [EXT-14, EXT-17]', async () => {
  await using outside = await startChannels();
  const { world, system } = outside;
  const bea = await world.as('bea');
  system.behave('CUT');
  const placed = await placeOne(bea);
  expect(await readOrder(bea, placed.id)).toMatchObject({ number: placed.number, storeNumber: placed.number, handOver: 'PENDING', outsideDetails: null });
  const watch = await bea.watch(CHANGES, { id: placed.id, after: 1 });
  system.behave('WELL');
  outside.clock.advance(60_000);
  const [frame] = await watch.until(({ orderChanged }) => orderChanged.cause === 'ORDER_HANDED_OVER');
  const number = [...system.documents.keys()][0]!;
  expect(frame?.orderChanged).toEqual({ cause: 'ORDER_HANDED_OVER', fromVersion: 1, version: 2, order: { number, handOver: 'HANDED_OVER' } });

  const sent = system.calls.filter(({ name }) => name === 'submit-order');
  expect(sent.every(({ signed }) => signed)).toBe(true);
  expect(new Set(sent.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
  expect(sent.at(-1)).toMatchObject({ id: `order_${placed.id}_1`, question: { order: placed.id, version: 1, number: placed.number, currency: 'GBP', total: placed.total.amount, status: 'BOOKED', lines: [{ item: placed.lines[0]!.id, sku: 'MUG-RED', quantity: '1', total: placed.lines[0]!.total.amount }] } });
  expect([...system.made.values()]).toEqual([1]);

  expect(await readOrder(bea, placed.id)).toMatchObject({ number, storeNumber: placed.number, outsideDetails: { document: { number, status: 'RECEIVED', total: { amount: placed.total.amount }, lines: [{ sku: 'MUG-RED' }] }, state: { isStale: false, problem: null } } });
  for (const sought of [number, number.toLowerCase(), placed.number, `${number.slice(0, -2)}%`]) expect((await bea.ask(FOUND, { number: sought })).orders.nodes).toEqual([{ id: placed.id, number, storeNumber: placed.number }]);
});

test('what was placed is changed there and not here: it is not canceled, edited, held, picked, billed, ordered again or returned, and no action is offered [EXT-14, EXT-18]', async () => {
  await using outside = await startChannels({ ...CANCELLATION, CARTWRIGHT_ORDERS_ORDER_EDITS: 'true' });
  const { world, system } = outside;
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  for (const mood of ['CUT', 'WELL'] as const) {
    system.behave(mood);
    outside.clock.advance(60_000);
    const { id, lines } = await placeOne(bea);
    if (mood === 'WELL') await expect.poll(async () => (await readOrder(bea, id)).handOver, SOON).toBe('HANDED_OVER');
    const line = lines[0]!.id;
    expect((await readOrder(bea, id)).availableActions).toMatchObject([{ name: 'cancelOrder', allowed: false, reason: expect.stringContaining('order system') }]);
    const handOver = mood === 'CUT' ? 'PENDING' : 'HANDED_OVER';
    for (const who of [bea, olga]) expect(await who.refused(CANCEL, { id })).toMatchObject({ code: 'ORDER_HANDED_OVER', details: { orderId: id, handOver } });
    const refused = [
      await bea.refused('mutation ($id: ID!) { reorder(orderId: $id) { cart { id } } }', { id }),
      await olga.refused('mutation ($id: ID!) { holdOrder(orderId: $id, reason: "Wait") { id } }', { id }),
      await olga.refused('mutation ($lines: [LineQuantityInput!]!) { pickLines(lines: $lines) { id } }', { lines: [{ orderLineId: line, quantity: '1' }] }),
      await olga.refused('mutation ($input: ShipLinesInput!) { shipLines(input: $input) { id } }', { input: { lines: [{ orderLineId: line, quantity: '1' }] } }),
      await olga.refused('mutation ($id: ID!) { invoiceOrder(orderId: $id) { id } }', { id }),
    ];
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'ORDER_HANDED_OVER'));
    const { order } = await bea.ask('query ($id: ID!) { order(id: $id) { version lines { returnableQuantity } } }', { id });
    expect(order).toEqual({ version: mood === 'CUT' ? 1 : 2, lines: [{ returnableQuantity: '0' }] });
  }
});

test('what is refused for good is told to the seller, who sends it again, or gives it up: then it goes on here [EXT-14]', async () => {
  await using outside = await startChannels({ ...CANCELLATION, CARTWRIGHT_CHANNELS_TELL_ID: '01900000-0000-7000-8000-0000000000b6' });
  const { world, system } = outside;
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  system.behave({ refuse: 'No such customer.' });
  const [first, second] = [await placeOne(bea), await placeOne(bea)];
  await expect.poll(async () => (await sam.ask(HAND_OVERS, { status: 'REFUSED' })).handOvers.nodes.length, SOON).toBe(2);
  expect((await olga.ask(HAND_OVERS, {})).handOvers.nodes).toMatchObject([second, first].map(({ id, number }) => ({ id, storeNumber: number, status: 'REFUSED', problem: 'No such customer.', order: { id }, availableActions: [{ name: 'retryHandOver', allowed: true }, { name: 'giveUpHandOver', allowed: true }] })));
  await expect.poll(async () => (await world.mail()).filter(({ to, subject }) => to === 'sam@seller.example' && subject.startsWith('Not taken over')).map(({ subject }) => subject).toSorted(), SOON).toEqual([first, second].map(({ number }) => `Not taken over: order ${number}`).toSorted());
  expect((await readOrder(bea, first.id)).handOver).toBe('REFUSED');
  expect((await bea.refused(CANCEL, { id: first.id })).code).toBe('ORDER_HANDED_OVER');

  system.behave('WELL');
  const RETRY = 'mutation ($id: ID!) { retryHandOver(id: $id) { status } }';
  const GIVE_UP = 'mutation ($id: ID!) { giveUpHandOver(id: $id) { status } }';
  for (const who of [bea, sam]) for (const command of [RETRY, GIVE_UP]) expect((await who.refused(command, { id: first.id })).code).toBe('FORBIDDEN');
  expect((await bea.refused(HAND_OVERS, {})).code).toBe('FORBIDDEN');
  await olga.ask(RETRY, { id: first.id });
  await expect.poll(async () => (await readOrder(bea, first.id)).handOver, SOON).toBe('HANDED_OVER');
  expect((await olga.refused(RETRY, { id: first.id })).code).toBe('INVALID_STATE');
  expect((await olga.refused(GIVE_UP, { id: first.id })).code).toBe('INVALID_STATE');

  await olga.ask(GIVE_UP, { id: second.id });
  await world.settle();
  expect(await readOrder(bea, second.id)).toMatchObject({ handOver: 'GIVEN_UP', number: second.number });
  expect((await bea.ask(CANCEL, { id: second.id })).cancelOrder.status).toBe('CANCELED');
  expect(system.made.get(second.id)).toBeUndefined();
});

test('what was sent and not answered is given up only by who has made sure that it is not there', async () => {
  await using outside = await startChannels();
  const { world, system } = outside;
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  system.behave('FAILING');
  const { id } = await placeOne(bea);
  await expect.poll(async () => (await olga.ask(HAND_OVERS, {})).handOvers.nodes[0], SOON).toMatchObject({ id, status: 'PENDING', problem: expect.stringContaining('503') });
  expect((await olga.refused('mutation ($id: ID!) { giveUpHandOver(id: $id) { status } }', { id })).code).toBe('INVALID_STATE');
  expect((await olga.ask('mutation ($id: ID!) { giveUpHandOver(id: $id, isNotThere: true) { status } }', { id })).giveUpHandOver.status).toBe('GIVEN_UP');
  system.behave('WELL');
  outside.clock.advance(3_600_000);
  const later = await placeOne(bea);
  await expect.poll(async () => (await readOrder(bea, later.id)).handOver, SOON).toBe('HANDED_OVER');
  expect(system.made.get(id)).toBeUndefined();
});

test('without the setting orders stay here, and nobody outside hears of them; settings that do not go together are refused', async () => {
  await using outside = await startChannels({ CARTWRIGHT_ORDERS_HAND_OVER: 'false' });
  const bea = await outside.world.as('bea');
  const { id } = await placeOne(bea);
  await outside.world.settle();
  expect(await readOrder(bea, id)).toMatchObject({ handOver: null, outsideDetails: null });
  expect(outside.system.calls).toEqual([]);
  const url = outside.system.settings.CARTWRIGHT_CHANNELS_ORDER_URL!;
  for (const env of [{ CARTWRIGHT_ORDERS_HAND_OVER: 'true' }, { CARTWRIGHT_CHANNELS_ORDER_URL: url }, { ...outside.system.settings, CARTWRIGHT_ORDERS_HOLD_NEW_ORDERS: 'look' }]) {
    await expect(startWorld({ env })).rejects.toMatchObject({ code: 'CONFIG_CONFLICT', details: { keys: [expect.any(String), expect.any(String)] } });
  }
});
