import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { countStatements, least } from '../../domain/catalog/count-statements.ts';
import { startOutsideWorld, BUILTIN_PRICES } from '../../faults/outside-world.ts';
import { startWorld } from '../../support/world.ts';
import { ADD } from './carts.ts';

const NOW = new Date();
const inDays = (days: number): string => new Date(NOW.getTime() + days * 86_400_000).toISOString();
const day = (days: number): string => inDays(days).slice(0, 10);
const CHECK = `query ($cartId: ID!, $lines: [NeededLineInput!]) { checkAvailability(cartId: $cartId, lines: $lines) { lineId on quantity uom inStock available incoming availableOn message problem } }`;
const LINES = [{ sku: 'LANTERN-L', quantity: '8' }, { sku: 'MUG-RED', quantity: '5' }, { sku: 'CARD-BDAY' }, { sku: 'SCREW-M4', quantity: '2', uom: 'BX' }];

test.each(['bea', 'cat'] as const)('%s picks a day for each line and is told when it can be had [CART-78]', async (person) => {
  await using world = await startWorld({ clock: fakeClock(NOW) });
  const [olga, buyer] = [await world.as('olga'), await world.as(person)];
  await olga.ask(`mutation { upsertSupply(supplies: [{ externalId: "PO-1", sku: "LANTERN-L", expectedOn: "${inDays(10)}", quantity: 10 }]) adjustStock(sku: "SCREW-M4", onHand: "500") { sku } }`);
  const { addCartLines: cart } = await buyer.ask(ADD, { lines: LINES });
  const [lantern, mug, card, screw] = cart.lines.map(({ id }: { id: string }) => id);
  const check = async (lines?: unknown) => (await buyer.ask(CHECK, { cartId: cart.id, lines })).checkAvailability;

  expect(await check([{ lineId: screw, on: day(1) }, { lineId: lantern, on: day(5) }, { lineId: mug, on: inDays(1) }, { lineId: card, on: day(0) }])).toMatchObject([
    { lineId: screw, on: `${day(1)}T00:00:00.000Z`, quantity: '2', uom: 'BX', inStock: true, available: '2.5', problem: null },
    { lineId: lantern, inStock: false, available: '3', incoming: '0', availableOn: inDays(10), message: `Available from ${day(10)}; 3 before.` },
    { lineId: mug, inStock: true, available: '1200', message: 'Available.' },
    { lineId: card, inStock: true, available: null, message: 'Available.' },
  ]);
  expect(await check([{ lineId: lantern, on: day(10) }])).toMatchObject([{ inStock: true, available: '13', incoming: '10' }]);
});

test('a line without a day means today, and without lines every line does [CART-79]', async () => {
  await using world = await startWorld({ clock: fakeClock(NOW) });
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: LINES });
  const today = cart.lines.map(({ id }: { id: string }) => ({ lineId: id, on: NOW.toISOString() }));
  const lines = cart.lines.map(({ id }: { id: string }) => ({ lineId: id }));
  expect((await bea.ask(CHECK, { cartId: cart.id, lines })).checkAvailability).toMatchObject(today);
  expect((await bea.ask(CHECK, { cartId: cart.id })).checkAvailability).toMatchObject(today);
});

test.each([
  ['yesterday', day(-1)],
  ['a moment that is over', inDays(-1.5)],
  ['30 February', '2027-02-30'],
  ['a thirteenth month', '2099-13-01'],
  ['another way to write a date', '03/05/2099'],
  ['a word', 'soon'],
])('%s is refused as a day, with the line it was given for [CART-79]', async (_, on) => {
  await using world = await startWorld({ clock: fakeClock(NOW) });
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: LINES });
  const lines = [{ lineId: cart.lines[0].id, on: day(1) }, { lineId: cart.lines[1].id, on }];
  expect(await bea.refused(CHECK, { cartId: cart.id, lines })).toMatchObject({ code: 'BAD_USER_INPUT', details: { lineId: cart.lines[1].id, on } });
});

test('the availability of a cart is its reader\'s to see', async () => {
  await using world = await startWorld();
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: LINES });
  expect(await gus.refused(CHECK, { cartId: cart.id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await bea.refused(CHECK, { cartId: cart.id, lines: [{ lineId: 'no-such-line' }] })).toMatchObject({ code: 'NOT_FOUND', details: { lineId: 'no-such-line' } });
});

test('a hundred lines are checked with as many statements as two', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const skus = ['MUG-RED', 'MUG-BLUE', 'PLATE-27', 'BOWL-16', 'TLIGHT-24'];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: Array.from({ length: 100 }, (_, n) => ({ sku: skus[n % skus.length] })) });
  await world.settle();
  const statements = async (count: number): Promise<number> => {
    const lines = cart.lines.slice(0, count).map(({ id }: { id: string }) => ({ lineId: id, on: day(1) }));
    return (await countStatements(() => bea.ask(CHECK, { cartId: cart.id, lines }))).statements.filter((sql) => !/outbox/.test(sql)).length;
  };
  await statements(2);
  const few = await least(() => statements(2));
  expect(few).toBeGreaterThan(0);
  expect(await least(() => statements(100))).toBe(few);
});

test('an outside inventory system is asked once for all lines, and a line it does not know of now spoils no other', async () => {
  await using outside = await startOutsideWorld({ ...BUILTIN_PRICES });
  const bea = await outside.world.as('bea');
  outside.system.stock.set('MUG-RED', { available: '2', cacheable: false });
  outside.system.stock.set('PLATE-27', { available: '9', cacheable: false });
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: '5' }, { sku: 'PLATE-27', quantity: '5' }] });
  outside.system.calls.length = 0;
  expect((await bea.ask(CHECK, { cartId: cart.id })).checkAvailability).toMatchObject([{ inStock: false, available: '2', message: '2 available.' }, { inStock: true, available: '9' }]);
  expect(outside.system.calls).toHaveLength(1);
  outside.system.behave('FAILING');
  expect((await bea.ask(CHECK, { cartId: cart.id })).checkAvailability).toMatchObject([{ inStock: null, problem: 'AVAILABILITY_UNKNOWN' }, { inStock: null, problem: 'AVAILABILITY_UNKNOWN' }]);
});
