import { expect, test } from 'vitest';
import { createWatched } from '#kernel/watched.ts';

async function* frames(...values: (number | Error)[]): AsyncGenerator<number> {
  for (const value of values) {
    if (value instanceof Error) throw value;
    yield value;
  }
}

test('a cart is watched while somebody reads, and no longer', async () => {
  const watched = createWatched();
  const first = watched.during('a', frames(1, 2));
  const second = watched.during('a', frames(1));
  await first.next();
  expect(watched.has('a')).toBe(true);
  await first.return?.();
  await first.return?.();
  expect(watched.has('a')).toBe(true);
  await second.next();
  await second.next();
  expect(watched.has('a')).toBe(false);
});

test('a reader whose frames fail watches no more', async () => {
  const watched = createWatched();
  const failing = watched.during('a', frames(new Error('gone')));
  await expect(failing.next()).rejects.toThrow('gone');
  expect(watched.has('a')).toBe(false);
});
