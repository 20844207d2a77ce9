import { expect, test } from 'vitest';
import { inProcessBus } from '#kernel/bus.ts';
import { createPresence, type Present } from '#kernel/presence.ts';

const at = new Date('2026-01-05T09:00:00Z');
const present = (userId: string): Present => ({ userId, since: at });

/** Frames that come when they are told to, and end when they are returned. */
async function* frames(): AsyncGenerator<number> {
  yield 1;
  yield 2;
}

test('somebody is there as long as one of their streams is read, and every process that hears the bus knows', async () => {
  const bus = inProcessBus();
  const [here, there] = [createPresence(bus, 'things'), createPresence(bus, 'things')];
  const told: number[] = [];
  const stop = there.watch('a', () => told.push(there.at('a').length));
  const [first, second] = [here.during('a', present('bea'), frames()), here.during('a', present('bea'), frames())];
  const ann = there.during('a', present('ann'), frames());
  expect(here.at('a').map(({ userId }) => userId)).toEqual(['bea', 'ann']);
  expect(there.at('a')).toEqual(here.at('a'));
  await first.return?.();
  expect(here.at('a').map(({ userId }) => userId)).toEqual(['bea', 'ann']);
  for await (const _ of second); // read to its end
  expect(there.at('a').map(({ userId }) => userId)).toEqual(['ann']);
  await ann.return?.();
  await ann.return?.();
  expect([here.at('a'), there.at('a'), here.at('b')]).toEqual([[], [], []]);
  expect(told).toEqual([1, 2, 1, 0]);
  stop();
  here.during('a', present('bea'), frames());
  expect(told).toHaveLength(4);
});

test('a stream that fails leaves too', async () => {
  const presence = createPresence(inProcessBus(), 'things');
  async function* broken(): AsyncGenerator<number> {
    yield await Promise.reject<number>(new Error('cut'));
  }
  await expect(presence.during('a', present('bea'), broken()).next()).rejects.toThrow('cut');
  expect(presence.at('a')).toEqual([]);
});
