import { expect, test } from 'vitest';
import type { DomainEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import { BEA, OLGA, openCatalog, type Catalog } from './catalog.ts';

const SUPPLY = 'mutation ($supplies: [SupplyInput!]!) { upsertSupply(supplies: $supplies) }';
const ASK = 'query ($on: DateTime, $quantity: Decimal, $uom: String) { product(sku: "LANTERN-L") { availability(on: $on, quantity: $quantity, uom: $uom) { available incoming inStock availableOn message } } }';
const RESERVE = 'mutation ($id: ID!, $lines: [StockLineInput!]!) { reserveStock(reservationId: $id, lines: $lines, expiresAt: "2026-01-05T09:10:00Z") }';
const on = (day: string): string => `2026-01-${day}T12:00:00Z`;

async function stockOf(catalog: Catalog, sku = 'LANTERN-L'): Promise<string> {
  const { product } = await catalog.ask(OLGA, 'query ($sku: String!) { product(sku: $sku) { availability { onHand reserved } } }', { sku });
  return `${product.availability.onHand} / ${product.availability.reserved}`;
}

let version = 0;
const event = (type: string, payload: DomainEvent['payload']): DomainEvent => ({
  id: newId(), accountId: 'acme', aggregateType: 'order', aggregateId: 'the order', aggregateVersion: ++version, type, schemaVersion: 1, payload, createdAt: new Date(),
});

test('what can be promised grows with what comes in by the day; a supply that is overdue promises nothing [CART-78]', async () => {
  await using catalog = await openCatalog();
  const supplies = [
    { externalId: 'PO-1', sku: 'LANTERN-L', expectedOn: on('10'), quantity: '4' },
    { externalId: 'PO-2', sku: 'LANTERN-L', expectedOn: on('20'), quantity: '10' },
    { externalId: 'PO-0', sku: 'LANTERN-L', expectedOn: on('04'), quantity: '100' },
  ];
  expect(await catalog.ask(OLGA, SUPPLY, { supplies })).toEqual({ upsertSupply: 3 });
  const promised = async (day: string): Promise<unknown> => (await catalog.ask(BEA, ASK, { on: on(day), quantity: '8' })).product.availability;
  expect(await promised('05')).toEqual({ available: '3', incoming: '0', inStock: false, availableOn: '2026-01-20T12:00:00.000Z', message: 'Available from 2026-01-20; 3 before.' });
  expect(await promised('10')).toMatchObject({ available: '7', incoming: '4', inStock: false });
  expect(await promised('20')).toMatchObject({ available: '17', inStock: true, message: 'Available.' });

  await catalog.ask(OLGA, SUPPLY, { supplies: [{ externalId: 'PO-2', sku: 'LANTERN-L', expectedOn: on('20'), quantity: '0' }] });
  expect(await promised('20')).toMatchObject({ available: '7', availableOn: null });
});

test('without a day it is today; a day that is over is refused [CART-79]', async () => {
  await using catalog = await openCatalog();
  expect((await catalog.ask(BEA, ASK)).product.availability).toMatchObject({ available: '3', availableOn: '2026-01-05T09:00:00.000Z' });
  expect((await catalog.ask(BEA, ASK, { on: '2026-01-05T00:00:00Z' })).product.availability.available).toBe('3');
  expect(await catalog.refused(BEA, ASK, { on: on('04') })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await catalog.refused(BEA, ASK, { uom: 'BX' })).toMatchObject({ code: 'UNKNOWN_UOM' });
});

test('a supply of nothing anybody knows is refused whole, and a buyer announces none', async () => {
  await using catalog = await openCatalog();
  const supplies = [{ externalId: 'PO-1', sku: 'NOPE', expectedOn: on('10'), quantity: '4' }];
  expect(await catalog.refused(OLGA, SUPPLY, { supplies })).toEqual({ code: 'BAD_USER_INPUT', details: { row: 0, externalId: 'PO-1' } });
  expect(await catalog.refused(BEA, SUPPLY, { supplies })).toMatchObject({ code: 'FORBIDDEN' });
});

test('the stock of a canceled order is there again, once, however often it is told', async () => {
  await using catalog = await openCatalog();
  await catalog.ask(BEA, RESERVE, { id: 'c1', lines: [{ sku: 'LANTERN-L', quantity: '2' }, { sku: 'MUG-RED', quantity: '5' }] });
  await catalog.bus.publish(event('ORDER_PLACED', { checkoutId: 'c1' }));
  expect(await stockOf(catalog)).toBe('1 / 0');
  await catalog.bus.publish(event('ORDER_CANCELED', { checkoutId: 'c1', reason: 'changed our mind' }));
  await catalog.bus.publish(event('ORDER_CANCELED', { checkoutId: 'c1' }));
  expect([await stockOf(catalog), await stockOf(catalog, 'MUG-RED')]).toEqual(['3 / 0', '1200 / 0']);
  const told = await catalog.bus.history('stock', 'LANTERN-L', 0);
  expect(told.map(({ type, payload }) => ({ type, payload }))).toEqual([{ type: 'STOCK_RESTOCKED', payload: { sku: 'LANTERN-L', orderId: 'the order', quantity: '2', onHand: '3', available: '3' } }]);
});

test('of a canceled line only that comes back, and never more than had left', async () => {
  await using catalog = await openCatalog();
  await catalog.ask(BEA, RESERVE, { id: 'c1', lines: [{ sku: 'LANTERN-L', quantity: '2' }, { sku: 'MUG-RED', quantity: '5' }] });
  await catalog.bus.publish(event('ORDER_PLACED', { checkoutId: 'c1' }));
  await catalog.bus.publish(event('ORDER_CANCELED', { checkoutId: 'c1', lines: [{ sku: 'MUG-RED', quantity: '3' }, { sku: 'LANTERN-L', quantity: '9' }] }));
  expect([await stockOf(catalog), await stockOf(catalog, 'MUG-RED')]).toEqual(['3 / 0', '1198 / 0']);
  await catalog.bus.publish(event('ORDER_CANCELED', { checkoutId: 'c1' }));
  expect([await stockOf(catalog), await stockOf(catalog, 'MUG-RED')]).toEqual(['3 / 0', '1200 / 0']);
});

test('a canceled checkout that never became an order gives nothing twice', async () => {
  await using catalog = await openCatalog();
  await catalog.ask(BEA, RESERVE, { id: 'c2', lines: [{ sku: 'LANTERN-L', quantity: '2' }] });
  await catalog.ask(BEA, 'mutation { releaseStock(reservationId: "c2") }');
  await catalog.bus.publish(event('ORDER_CANCELED', { checkoutId: 'c2' }));
  await catalog.bus.publish(event('ORDER_CANCELED', { checkoutId: 'unheard of' }));
  expect(await stockOf(catalog)).toBe('3 / 0');
});
