import { expect, test } from 'vitest';
import { BUILTIN_STOCK, startOutsideWorld } from './outside-world.ts';

test.each<[string, (honest: { lines: Record<string, unknown>[] }) => unknown]>([
  ['a line is missing', () => ({ lines: [] })],
  ['the price is negative', ({ lines }) => ({ lines: lines.map((line) => ({ ...line, unitPrice: '-4' })) })],
  ['the price is a number', ({ lines }) => ({ lines: lines.map((line) => ({ ...line, unitPrice: 4.1 })) })],
  ['the price has seven decimals', ({ lines }) => ({ lines: lines.map((line) => ({ ...line, unitPrice: '4.1234567' })) })],
  ['the currency is another', ({ lines }) => ({ lines: lines.map((line) => ({ ...line, currency: 'EUR' })) })],
  ['the price has expired', ({ lines }) => ({ lines: lines.map((line) => ({ ...line, validUntil: '2020-01-01T00:00:00Z' })) })],
  ['a line is told twice', ({ lines }) => ({ lines: [...lines, ...lines.map((line) => ({ ...line, unitPrice: '1' }))] })],
  ['the line is of another quantity', ({ lines }) => ({ lines: lines.map((line) => ({ ...line, quantity: '99' })) })],
  ['there are no lines', () => ({ ok: true })],
  ['it is no JSON', () => '<html>maintenance</html>'],
  ['it is three megabytes', ({ lines }) => ({ lines, padding: 'x'.repeat(3 * 1024 * 1024) })],
])('a lie is no price: %s', async (_, lie) => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world, logged } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  system.behave(lie);
  const bea = await world.as('bea');
  expect((await bea.refused('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 10 }]) { id } }')).code).toBe('PRICE_UNAVAILABLE');
  expect((await bea.ask('{ activeCart { id } }')).activeCart).toBeNull();
  expect(logged.length).toBeGreaterThan(0);
});

test('one bad line does not spoil the others', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' }).set('CABLE-2.5', { unitPrice: '-1' });
  const bea = await world.as('bea');
  const { data, errors } = await bea.answer('{ a: product(sku: "MUG-RED") { price { unitPrice { amount } } } b: product(sku: "CABLE-2.5") { price { unitPrice { amount } } } }');
  expect(data).toEqual({ a: { price: { unitPrice: { amount: '4.00' } } }, b: { price: null } });
  expect(errors?.map(({ path }) => path)).toEqual([['b', 'price']]);
  expect(system.calls.length).toBe(1);
});
