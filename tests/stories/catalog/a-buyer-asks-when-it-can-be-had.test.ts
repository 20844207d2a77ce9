import { fakeClock } from '#kernel/clock.ts';
import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';

const ADD = 'mutation { addCartLines(lines: [{ sku: "LANTERN-L", quantity: 8 }, { sku: "MUG-RED", quantity: 5 }]) { id } }';
const CHECK = 'query ($on: DateTime) { activeCart { lines { product { sku availability(on: $on, quantity: 8) { inStock availableOn message } } } } }';
const SUPPLY = 'mutation { upsertSupply(supplies: [{ externalId: "PO-1", sku: "LANTERN-L", expectedOn: "2026-01-20T08:00:00Z", quantity: 10 }]) }';

test.each(['bea', 'cat'] as const)('%s picks a day for the lines of a cart and learns of each when it can be had [CART-78, CART-79]', async (person) => {
  await using world = await startWorld({ clock: fakeClock(new Date()) });
  const [olga, buyer] = [await world.as('olga'), await world.as(person)];
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString();
  const later = new Date(Date.now() + 10 * 86_400_000).toISOString();
  await olga.ask(SUPPLY.replace('2026-01-20T08:00:00Z', later));
  await buyer.ask(ADD);
  const check = async (on?: string): Promise<Record<string, boolean>> =>
    Object.fromEntries((await buyer.ask(CHECK, { on })).activeCart.lines.map((line: { product: { sku: string; availability: { inStock: boolean } } }) => [line.product.sku, line.product.availability.inStock]));
  expect(await check()).toEqual({ 'LANTERN-L': false, 'MUG-RED': true });
  expect(await check(soon)).toEqual({ 'LANTERN-L': false, 'MUG-RED': true });
  expect(await check(later)).toEqual({ 'LANTERN-L': true, 'MUG-RED': true });
  expect(await buyer.refused(CHECK, { on: new Date(Date.now() - 2 * 86_400_000).toISOString() })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await buyer.refused(CHECK, { on: 'next week' })).toMatchObject({ code: 'BAD_USER_INPUT' });
});
