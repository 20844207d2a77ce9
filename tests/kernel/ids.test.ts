import { expect, test } from 'vitest';
import { looksLikeId, newId } from '#kernel/ids.ts';

const COUNT = 100_000;

test('ids grow strictly and never repeat, many a millisecond', () => {
  let last = '';
  const all = new Set<string>();
  for (let i = 0; i < COUNT; i++) {
    const id = newId();
    if (id <= last) throw new Error(`${id} does not come after ${last}.`);
    all.add((last = id));
  }
  expect(all.size).toBe(COUNT);
});

test('ids grow even when the clock stands still or goes back', () => {
  const start = Date.now() + 60_000;
  const ids = [newId(start), newId(start), newId(start - 5_000), newId(start + 1)];
  expect([...ids].sort()).toEqual(ids);
  const rest = Array.from({ length: 10_000 }, () => newId(start));
  expect([...rest].sort()).toEqual(rest);
});

test('an id is a UUID of version 7 that carries its time', () => {
  const later = Date.now() + 3_600_000;
  const id = newId(later);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(later);
});

test('what is no id is recognised before the database is asked', () => {
  expect(looksLikeId(newId())).toBe(true);
  for (const text of ['', 'cart-1', `${newId()} `, newId().toUpperCase(), "' or 1=1"]) expect(looksLikeId(text)).toBe(false);
});
