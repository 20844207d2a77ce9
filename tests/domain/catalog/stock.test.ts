import { expect, onTestFinished, test, vi } from 'vitest';
import type { DomainEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import { releaseExpiredStock } from '../../../subgraphs/catalog/use-cases/release-expired-stock.ts';
import { BEA, OLGA, openCatalog, type Catalog } from './catalog.ts';

const SOON = '2026-01-05T09:10:00Z';
const RESERVE = 'mutation ($id: ID!, $lines: [StockLineInput!]!, $until: DateTime!) { reserveStock(reservationId: $id, lines: $lines, expiresAt: $until) }';
const reserve = (catalog: Catalog, id: string, quantities: Record<string, string>): Promise<unknown> =>
  catalog.ask(BEA, RESERVE, { id, until: SOON, lines: Object.entries(quantities).map(([sku, quantity]) => ({ sku, quantity })) });
const commit = (id: string): string => `mutation { commitStock(reservationId: "${id}") }`;
const release = (id: string): string => `mutation { releaseStock(reservationId: "${id}") }`;

/** "on hand / reserved" */
async function stockOf(catalog: Catalog, sku = 'LANTERN-L'): Promise<string> {
  const { product } = await catalog.ask(OLGA, 'query ($sku: String!) { product(sku: $sku) { availability { onHand reserved } } }', { sku });
  return `${product.availability.onHand} / ${product.availability.reserved}`;
}

const placed = (checkoutId: string): DomainEvent => ({
  id: newId(), accountId: 'acme', aggregateType: 'order', aggregateId: `order of ${checkoutId}`, aggregateVersion: 1,
  type: 'ORDER_PLACED', schemaVersion: 1, payload: { checkoutId }, createdAt: new Date(),
});

const canceled = (checkoutId: string, aggregateVersion: number, lines?: readonly object[]): DomainEvent => ({ ...placed(checkoutId), aggregateVersion, type: 'ORDER_CANCELED', payload: { checkoutId, ...(lines && { lines }) } as DomainEvent['payload'] });

test('a reservation holds all its lines or none, and the refusal names what is missing', async () => {
  await using catalog = await openCatalog();
  const lines = [{ sku: 'MUG-RED', quantity: '5' }, { sku: 'LANTERN-L', quantity: '4' }];
  expect(await catalog.refused(BEA, RESERVE, { id: 'r', until: SOON, lines })).toEqual({
    code: 'INSUFFICIENT_STOCK',
    details: { sku: 'LANTERN-L', available: '3', quantity: '4' },
  });
  expect([await stockOf(catalog), await stockOf(catalog, 'MUG-RED')]).toEqual(['3 / 0', '1200 / 0']);
});

test('lines of one product are summed before they are weighed', async () => {
  await using catalog = await openCatalog();
  const lines = [{ sku: 'LANTERN-L', quantity: '2' }, { sku: 'LANTERN-L', quantity: '2' }];
  expect(await catalog.refused(BEA, RESERVE, { id: 'r', until: SOON, lines })).toMatchObject({ code: 'INSUFFICIENT_STOCK' });
});

test('of many who want the last ones at the same time exactly as many get them as there are', async () => {
  await using catalog = await openCatalog();
  const tries = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => reserve(catalog, `r${i}`, { 'LANTERN-L': '1' })));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(await stockOf(catalog)).toBe('3 / 3');
});

test('the same reservation asked for again stands once; with other lines it is refused', async () => {
  await using catalog = await openCatalog();
  await Promise.all([reserve(catalog, 'r', { 'LANTERN-L': '2' }), reserve(catalog, 'r', { 'LANTERN-L': '2' })]);
  expect(await stockOf(catalog)).toBe('3 / 2');
  await expect(reserve(catalog, 'r', { 'LANTERN-L': '1' })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
});

test('committing takes what was held, once; it cannot be given back afterwards', async () => {
  await using catalog = await openCatalog();
  await reserve(catalog, 'r', { 'LANTERN-L': '2' });
  await catalog.ask(BEA, commit('r'));
  await catalog.ask(BEA, commit('r'));
  expect(await stockOf(catalog)).toBe('1 / 0');
  expect(await catalog.refused(BEA, release('r'))).toMatchObject({ code: 'INVALID_STATE' });
});

test('releasing gives back once; what was given back cannot be committed or held again', async () => {
  await using catalog = await openCatalog();
  await reserve(catalog, 'r', { 'LANTERN-L': '2' });
  await catalog.ask(BEA, release('r'));
  await catalog.ask(BEA, release('r'));
  expect(await stockOf(catalog)).toBe('3 / 0');
  expect(await catalog.refused(BEA, commit('r'))).toMatchObject({ code: 'INVALID_STATE' });
  await expect(reserve(catalog, 'r', { 'LANTERN-L': '2' })).rejects.toThrow('INVALID_STATE');
});

test('a release that comes before the reservation is true and holds nothing back', async () => {
  await using catalog = await openCatalog();
  expect(await catalog.ask(BEA, release('unheard of'))).toEqual({ releaseStock: true });
  expect(await catalog.refused(BEA, commit('unheard of'))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a product without a count is never short', async () => {
  await using catalog = await openCatalog();
  await reserve(catalog, 'r', { 'HAMPER-XL': '1000000' });
  await catalog.ask(OLGA, 'mutation { adjustStock(sku: "HAMPER-XL", onHand: 5) { sku } }');
  await catalog.ask(BEA, commit('r'));
  expect(await stockOf(catalog, 'HAMPER-XL')).toBe('5 / 0');
});

test('a reservation that is too late is given back, one that was renewed is not', async () => {
  await using catalog = await openCatalog();
  await reserve(catalog, 'late', { 'LANTERN-L': '1' });
  await reserve(catalog, 'renewed', { 'LANTERN-L': '2' });
  await catalog.ask(BEA, RESERVE, { id: 'renewed', until: '2026-01-05T10:00:00Z', lines: [{ sku: 'LANTERN-L', quantity: '2' }] });
  catalog.clock.advance(10 * 60_000 - 1);
  expect(await releaseExpiredStock(catalog.as(null))).toBe(0);
  catalog.clock.advance(1);
  expect(await releaseExpiredStock(catalog.as(null))).toBe(1);
  expect(await stockOf(catalog)).toBe('3 / 2');
});

test('nobody has to ask for what is too late: it is looked for every ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  await using catalog = await openCatalog();
  await reserve(catalog, 'late', { 'LANTERN-L': '1' });
  catalog.clock.advance(10 * 60_000);
  vi.advanceTimersByTime(10_000);
  await vi.waitFor(async () => expect(await stockOf(catalog)).toBe('3 / 0'));
});

test('a placed order takes what its checkout held, once however often it is told', async () => {
  await using catalog = await openCatalog();
  await reserve(catalog, 'r', { 'LANTERN-L': '2' });
  const event = placed('r');
  await catalog.bus.publish(event);
  await catalog.bus.publish(event);
  await catalog.bus.publish(placed('of a cart without stock'));
  expect(await stockOf(catalog)).toBe('1 / 0');
});

test('an order whose reservation ended on the way takes what is left, and says what is missing', async () => {
  await using catalog = await openCatalog();
  await reserve(catalog, 'r', { 'LANTERN-L': '2' });
  await catalog.ask(BEA, release('r'));
  await reserve(catalog, 'faster', { 'LANTERN-L': '2' });
  await catalog.bus.publish(placed('r'));
  expect(await stockOf(catalog)).toBe('2 / 2');
  const [event] = await catalog.bus.history('stock', 'LANTERN-L', 0);
  expect(event).toMatchObject({ type: 'STOCK_OVERSOLD', aggregateVersion: 1, payload: { sku: 'LANTERN-L', orderId: 'order of r', missing: '1' } });
});

test('of an order that got less than it wanted, what comes back is what its remainder does not need', async () => {
  await using catalog = await openCatalog();
  await reserve(catalog, 'r', { 'LANTERN-L': '3' });
  await catalog.ask(BEA, release('r'));
  await reserve(catalog, 'faster', { 'LANTERN-L': '1' });
  await catalog.bus.publish(placed('r'));
  expect(await stockOf(catalog)).toBe('1 / 1'); // two of three left; one is missing
  await catalog.bus.publish(canceled('r', 2, [{ sku: 'LANTERN-L', quantity: '2' }]));
  expect(await stockOf(catalog)).toBe('2 / 1');
  await catalog.bus.publish(canceled('r', 3, [{ sku: 'LANTERN-L', quantity: '1' }]));
  expect(await stockOf(catalog)).toBe('3 / 1');
  await catalog.bus.publish(canceled('r', 4));
  expect(await stockOf(catalog)).toBe('3 / 1');
});

test('a count is announced once, never goes below what checkouts hold, and is for administrators', async () => {
  await using catalog = await openCatalog();
  const count = (onHand: number): string => `mutation { adjustStock(sku: "LANTERN-L", onHand: ${onHand}) { availability { available } } }`;
  await reserve(catalog, 'r', { 'LANTERN-L': '2' });
  expect(await catalog.refused(OLGA, count(1))).toEqual({ code: 'BAD_USER_INPUT', details: { sku: 'LANTERN-L', reserved: '2' } });
  await catalog.ask(OLGA, count(8));
  expect(await catalog.ask(OLGA, count(8))).toEqual({ adjustStock: { availability: { available: '6' } } });
  expect((await catalog.bus.history('stock', 'LANTERN-L', 0)).map(({ payload }) => payload)).toEqual([{ sku: 'LANTERN-L', onHand: '8', available: '6' }]);
  expect(await catalog.refused(BEA, count(9))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await catalog.refused(OLGA, 'mutation { adjustStock(sku: "NOPE", onHand: 1) { sku } }')).toMatchObject({ code: 'UNKNOWN_SKU' });
});
