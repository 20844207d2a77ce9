import { expect, test } from 'vitest';
import { createTurns } from '#kernel/take-turns.ts';

function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

test('work of one key is done one after the other, in the order it came', async () => {
  const turns = createTurns();
  const log: string[] = [];
  let inside = 0;
  const work = (name: string) => async (): Promise<string> => {
    expect(++inside).toBe(1);
    await Promise.resolve();
    log.push(name);
    inside--;
    return name;
  };
  expect(await Promise.all(['a', 'b', 'c', 'd'].map((name) => turns.take('cart', work(name))))).toEqual(['a', 'b', 'c', 'd']);
  expect(log).toEqual(['a', 'b', 'c', 'd']);
});

test('work of other keys does not wait', async () => {
  const turns = createTurns();
  const slow = gate();
  const first = turns.take('one', () => slow.opened);
  expect(await turns.take('two', async () => 'done')).toBe('done');
  slow.open();
  await first;
});

test('work that fails fails alone', async () => {
  const turns = createTurns();
  const failing = turns.take('cart', () => Promise.reject(new Error('no')));
  const next = turns.take('cart', async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await turns.take('cart', async () => 'again')).toBe('again');
});
