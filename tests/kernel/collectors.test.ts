import { describe, expect, test } from 'vitest';
import { openRelaying, until } from './support/relaying.ts';

describe('who collects', () => {
  test('is handed the next events before acknowledging the first, and each is marked once acknowledged', async () => {
    await using relaying = await openRelaying();
    const { bus, start, bumpAll, outbox } = relaying;
    const acknowledge: (() => void)[] = [];
    bus.collect(['tally'], () => new Promise((resolve) => acknowledge.push(resolve)));
    const relay = start();
    await bumpAll('a', 'b', 'a');
    await until(() => acknowledge.length === 3);
    expect((await outbox()).map((row) => row.publishedAt)).toEqual([null, null, null]);
    acknowledge[1]?.();
    await until(async () => (await outbox())[1]?.publishedAt !== null);
    expect((await outbox()).map((row) => row.publishedAt !== null)).toEqual([false, true, false]);
    acknowledge.forEach((each) => each());
    await relay.drained();
    expect((await outbox()).every((row) => row.publishedAt !== null)).toBe(true);
  });

  test('and cannot take effect of an event is handed it again, and the others once', async () => {
    await using relaying = await openRelaying();
    const { bus, failures, start, bumpAll, outbox } = relaying;
    const handed: string[] = [];
    bus.collect(['tally'], async ({ aggregateId, aggregateVersion }) => {
      handed.push(`${aggregateId}${aggregateVersion}`);
      await new Promise((resolve) => setImmediate(resolve));
      if (handed.filter((each) => each === 'a1').length === 1 && aggregateId === 'a') throw new Error('not yet');
    });
    start(5);
    await bumpAll('a', 'b');
    await until(async () => (await outbox()).every((row) => row.publishedAt !== null));
    expect(handed.toSorted()).toEqual(['a1', 'a1', 'b1']);
    expect(failures).toMatchObject([{ attempts: 1, parkedAt: null }]);
  });
});

describe('a collector that fails', () => {
  test('keeps neither consumers nor watchers from the next events of the aggregate', async () => {
    await using relaying = await openRelaying();
    const { bus, failures, start, bumpAll, outbox, listening } = relaying;
    const seen: number[] = [];
    bus.collect(['tally'], ({ aggregateVersion }) => (aggregateVersion === 1 ? Promise.reject(new Error('not this one')) : Promise.resolve()));
    bus.listen('tally', (event) => void seen.push(event.aggregateVersion));
    const told = listening();
    const relay = start(10_000);
    await bumpAll('a');
    await until(() => failures.length === 1);
    await bumpAll('a', 'a');
    await relay.drained();
    expect([told, seen]).toEqual([['a1', 'a2', 'a3'], [1, 2, 3]]);
    expect((await outbox()).map((row) => row.publishedAt !== null)).toEqual([false, true, true]);
  });

  test('is handed the event again also when that it failed could not be noted', async () => {
    await using relaying = await openRelaying();
    const { bus, start, bumpAll, outbox, watched } = relaying;
    let attempts = 0;
    bus.collect(['tally'], () => (++attempts === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve()));
    let isFull = true;
    const over = watched((name) => {
      if (name !== 'updateTable' || !isFull) return;
      isFull = false;
      throw new Error('the disk is full');
    });
    start(5, over);
    await bumpAll('a');
    await until(async () => (await outbox())[0]?.publishedAt !== null);
    expect(attempts).toBe(2);
  });
});
