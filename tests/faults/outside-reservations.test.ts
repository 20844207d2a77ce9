import { expect, test } from 'vitest';
import type { Session } from '../support/session.ts';
import { fillCart, newKey, orderCart, PLACE } from '../stories/orders/shopping.ts';
import { fakeClock } from '#kernel/clock.ts';
import type { CatalogContext } from '../../subgraphs/catalog/context.ts';
import { prepareOrder } from '../../subgraphs/catalog/use-cases/prepare-order.ts';
import { startOutsideSystem } from '../support/outside-system.ts';
import { startWorld } from '../support/world.ts';
import { outsideSettings, startOutsideWorld, type OutsideWorld } from './outside-world.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** What became of reservations is told many times a second, so that a test need not wait. */
const PROMPT = { CARTWRIGHT_CATALOG_RELEASE_EVERY_SECONDS: '0.05' };
const MUGS = [{ sku: 'MUG-RED', quantity: '5' }];
const TEN_MINUTES = 10 * 60_000;

/** Bea's cart of five mugs, of which outside there are seven, at 4 each. */
async function shop(outside: OutsideWorld): Promise<{ bea: Session; place(key?: string): Promise<string> }> {
  outside.system.stock.set('MUG-RED', { available: '7' });
  outside.system.prices.set('MUG-RED', { unitPrice: '4' });
  const bea = await outside.world.as('bea');
  const cart = await fillCart(bea, MUGS);
  outside.system.calls.length = 0;
  return {
    bea,
    async place(idempotencyKey = newKey()) {
      const { errors } = await bea.answer(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey } });
      return errors ? String(errors[0]?.extensions?.code) : 'placed';
    },
  };
}

const available = ({ system }: OutsideWorld): string | null | undefined => system.stock.get('MUG-RED')?.available;
const states = ({ system }: OutsideWorld): string[] => [...system.reservations.values()].map(({ state }) => state);
const asked = ({ system }: OutsideWorld): string[] => system.calls.map(({ name }) => name);

/** Moves the clock, which is what retries and the breaker go by, until all that was to be told has been heard. */
async function untilTold(outside: OutsideWorld, expected: string[]): Promise<void> {
  await expect.poll(() => {
    outside.clock.advance(1_000);
    return states(outside);
  }, { timeout: 10_000 }).toEqual(expected);
}

test('preparing an order reserves outside, asks the price anew and lets the outside system come to the total, in that order; the order commits it [EXT-09]', async () => {
  await using outside = await startOutsideWorld({ ...PROMPT, CARTWRIGHT_ORDERS_CANCELLATION: 'true' });
  const { system, world, clock } = outside;
  const { bea, place } = await shop(outside);
  const began = clock.now();
  expect(await place()).toBe('placed');
  const calls = asked(outside);
  expect(calls.slice(calls.indexOf('reserve'))).toEqual(['reserve', 'prices', 'total']);
  const reserve = system.calls.find(({ name }) => name === 'reserve')?.question;
  expect(reserve).toEqual({ reservation: expect.any(String), account: expect.any(String), expiresAt: new Date(began.getTime() + TEN_MINUTES).toISOString(), lines: [{ sku: 'MUG-RED', uom: 'EA', quantity: '5' }] });
  expect(system.calls.find(({ name }) => name === 'total')?.question).toMatchObject({ currency: 'GBP', lines: [{ sku: 'MUG-RED', uom: 'EA', quantity: '5', unitPrice: '4', discount: '0' }] });

  await untilTold(outside, ['COMMITTED']);
  expect(available(outside)).toBe('2');
  const { orders } = await bea.ask('{ orders(first: 1) { nodes { id } } }');
  await bea.ask('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Too many") { status } }', { id: orders.nodes[0].id });
  await world.settle();
  await untilTold(outside, ['RELEASED']);
  expect(available(outside)).toBe('7');
});

test('what the outside system has too little of is not ordered, though the catalog has enough; nothing is held then [EXT-09]', async () => {
  await using outside = await startOutsideWorld(PROMPT);
  const { bea, place } = await shop(outside);
  outside.system.stock.set('MUG-RED', { available: '3' });
  const key = newKey();
  expect(await place(key)).toBe('INSUFFICIENT_STOCK');
  outside.system.stock.set('MUG-RED', { available: '9' });
  expect(await place(key)).toBe('placed');
  expect((await bea.ask('{ orders { nodes { id } } }')).orders.nodes).toHaveLength(1);
  await untilTold(outside, ['RELEASED', 'COMMITTED']);
  expect(available(outside)).toBe('4');
});

test.each(['FAILING', 'CUT', 'SLOW', 'CUT_AFTER', 'SILENT'] as const)('a reservation that is answered %s is no order and, held or not, is let go of [EXT-09]', async (fault) => {
  await using outside = await startOutsideWorld(PROMPT);
  const { place } = await shop(outside);
  outside.system.behave(fault, 'reserve');
  expect(await place()).toBe('AVAILABILITY_UNKNOWN');
  await untilTold(outside, ['RELEASED']);
  expect(available(outside)).toBe('7');
  outside.system.behave('WELL');
  expect(await place()).toBe('placed');
  await untilTold(outside, ['RELEASED', 'COMMITTED']);
  expect(available(outside)).toBe('2');
});

test('a system that is down when it should let go is told until it hears; the buyer need not wait for it [EXT-09]', async () => {
  await using outside = await startOutsideWorld(PROMPT);
  const { bea, place } = await shop(outside);
  outside.system.surcharge = 1; // refused once the stock is held
  outside.system.behave('FAILING', 'release');
  expect(await place()).toBe('PRICE_CHANGED');
  expect(asked(outside)).toContain('release');
  expect(states(outside)).toEqual(['HELD']);
  const { addCartLines } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 1 }]) { lines { quantity } } }'); // the cart is its buyer's again
  expect(addCartLines.lines).toMatchObject([{ quantity: '5' }, { quantity: '1' }]);
  outside.system.behave('WELL');
  await untilTold(outside, ['RELEASED']);
});

test.each<[string, (honest: { lines: Record<string, unknown>[] }) => unknown]>([
  ['it is for another reservation', (honest) => ({ ...honest, reservation: 'of another' })],
  ['a line is missing', (honest) => ({ ...honest, lines: [] })],
  ['it holds less than it says', ({ lines, ...more }) => ({ ...more, lines: lines.map((line) => ({ ...line, quantity: '1' })) })],
  ['a line is told twice', ({ lines, ...more }) => ({ ...more, lines: [...lines, ...lines] })],
  ['it ends too early', (honest) => ({ ...honest, expiresAt: '2020-01-01T00:00:00Z' })],
  ['it is short of nothing', (honest) => ({ ...honest, held: false, lines: [] })],
  ['it is no JSON', () => '<html>maintenance</html>'],
])('a lie is no reservation: %s [EXT-09]', async (_, lie) => {
  await using outside = await startOutsideWorld(PROMPT);
  const { place } = await shop(outside);
  outside.system.behave(lie, 'reserve');
  expect(await place()).toBe('AVAILABILITY_UNKNOWN');
  await untilTold(outside, ['RELEASED']);
  expect(available(outside)).toBe('7');
});

test('the same question twice, after a broken connection, holds once [EXT-09]', async () => {
  await using outside = await startOutsideWorld(PROMPT);
  const { place } = await shop(outside);
  outside.system.behave('CUT_AFTER', 'commit'); // heard, but we cannot know
  expect(await place()).toBe('placed');
  await outside.world.settle();
  await expect.poll(() => {
    outside.clock.advance(1_000);
    return asked(outside).filter((name) => name === 'commit').length;
  }).toBeGreaterThan(2);
  outside.system.behave('WELL');
  await untilTold(outside, ['COMMITTED']);
  expect(available(outside)).toBe('2');
});

test('a question that arrives after its release holds nothing [EXT-09]', async () => {
  await using outside = await startOutsideWorld(PROMPT);
  const { place } = await shop(outside);
  outside.system.behave('SLOW', 'reserve');
  expect(await place()).toBe('AVAILABILITY_UNKNOWN');
  await untilTold(outside, ['RELEASED']);
  const [id] = [...outside.system.reservations.keys()];
  const { question } = outside.system.calls.find(({ name }) => name === 'reserve') ?? {};
  expect(question?.reservation).toBe(id);
  expect(available(outside)).toBe('7');
});

test('a price that moves while the order is prepared is not ordered, and the stock is let go of [EXT-09]', async () => {
  await using outside = await startOutsideWorld(PROMPT);
  const { bea, place } = await shop(outside);
  outside.system.behave((honest) => {
    outside.system.prices.set('MUG-RED', { unitPrice: '4.50' });
    return honest;
  }, 'reserve');
  expect(await place()).toBe('PRICE_CHANGED');
  await untilTold(outside, ['RELEASED']);
  outside.system.behave('WELL');
  const cart = (await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 1 }]) { id priceHash total { amount } } }')).addCartLines;
  expect(Number((await orderCart(bea, cart)).total.amount)).toBe(27);
});

test('an order is placed for the total the outside system comes to, or not at all [EXT-09]', async () => {
  await using outside = await startOutsideWorld(PROMPT);
  const { bea, place } = await shop(outside);
  outside.system.surcharge = 1.5;
  const cart = (await bea.ask('{ activeCart { id priceHash } }')).activeCart;
  const refusal = await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } });
  expect(refusal).toMatchObject({ code: 'PRICE_CHANGED', details: { total: { amount: '21.50' }, previousTotal: { amount: '20.00' } } });
  outside.system.surcharge = 0;
  outside.system.behave('CUT', 'total');
  expect(await place()).toBe('PRICE_UNAVAILABLE');
  outside.system.behave(() => ({ order: 'another', currency: 'GBP', total: '20.00' }), 'total');
  expect(await place()).toBe('PRICE_UNAVAILABLE');
  await untilTold(outside, ['RELEASED', 'RELEASED', 'RELEASED']);
  outside.system.behave('WELL');
  expect(await place()).toBe('placed');
});

test('of two buyers who order the last ones at once, one is told that they are gone; a system that takes no part is not asked [EXT-09]', async () => {
  await using outside = await startOutsideWorld({ ...PROMPT, CARTWRIGHT_CATALOG_PRICE_SOURCE_ORDERS: 'false' });
  const { place } = await shop(outside);
  const gus = await outside.world.as('gus');
  const other = await fillCart(gus, MUGS);
  const placeOther = gus.answer(PLACE, { input: { cartId: other.id, priceHash: other.priceHash, idempotencyKey: newKey() } });
  const outcomes = [await place(), (await placeOther).errors?.[0]?.extensions?.code ?? 'placed'];
  expect(outcomes.toSorted()).toEqual(['INSUFFICIENT_STOCK', 'placed']);
  expect(available(outside)).toBe('2');
  expect(asked(outside)).not.toContain('total');
});

test('a process that dies with a checkout in hand leaves nothing held: whoever starts again lets go of it, at its end at the latest [EXT-09]', async () => {
  await using folder = temporaryFolder();
  const clock = fakeClock(new Date());
  await using system = await startOutsideSystem(() => clock.now());
  const env = { ...outsideSettings(system), ...PROMPT };
  system.stock.set('MUG-RED', { available: '7' });
  {
    await using world = await startWorld({ clock, env, dataDir: folder.path });
    const facts = { viewer: { id: 'bea', kind: 'BUYER', accountId: 'acme', permissions: [] }, requestId: 'test' } as const;
    const catalog = world.embedded.subgraphs.get('catalog')?.contextFor(facts) as CatalogContext;
    const reserve = { lines: [{ sku: 'MUG-RED', uom: 'EA', quantity: '5' }], expiresAt: new Date(clock.now().getTime() + TEN_MINUTES) };
    await prepareOrder(catalog, { ...reserve, reservationId: 'held' }, null);
    system.behave('CUT_AFTER', 'reserve');
    await expect(prepareOrder(catalog, { ...reserve, lines: [{ sku: 'MUG-RED', uom: 'EA', quantity: '2' }], reservationId: 'unheard' }, null)).rejects.toThrow('could not be put aside');
  }
  expect([...system.reservations.values()].map(({ state }) => state)).toEqual(['HELD', 'HELD']);
  expect(system.stock.get('MUG-RED')?.available).toBe('0');
  clock.advance(TEN_MINUTES);
  await using _again = await startWorld({ clock, env, dataDir: folder.path });
  await expect.poll(() => system.stock.get('MUG-RED')?.available, { timeout: 10_000 }).toBe('7');
  expect([...system.reservations.values()].map(({ state }) => state)).toEqual(['RELEASED', 'RELEASED']);
});
