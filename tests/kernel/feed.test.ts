import { describe, expect, test } from 'vitest';
import { inProcessBus, type Bus } from '#kernel/bus.ts';
import { createFeed, type Frame } from '#kernel/feed.ts';
import type { DomainEvent } from '#kernel/events.ts';
import { event } from './support/facts.ts';

interface Past {
  readonly bus: Bus;
  readonly kept: DomainEvent[];
  readonly listening: () => number;
  /** Commits up to a version; what the bus then tells is the test's to say. */
  commitTo(version: number): void;
}

function record(): Past {
  const plain = inProcessBus();
  const kept: DomainEvent[] = [];
  const listening = new Set<object>();
  const bus: Bus = {
    ...plain,
    listen(type, listener) {
      const stop = plain.listen(type, listener);
      listening.add(stop);
      return () => {
        listening.delete(stop);
        stop();
      };
    },
  };
  bus.offerHistory(['tally'], async (_type, id, after) => kept.filter((each) => each.aggregateId === id && each.aggregateVersion > after));
  return {
    bus,
    kept,
    listening: () => listening.size,
    commitTo: (version) => {
      for (let v = (kept.at(-1)?.aggregateVersion ?? 0) + 1; v <= version; v++) kept.push(event('t', v));
    },
  };
}

const at = (version: number) => async (): Promise<number> => version;
const spanOf = ({ kind, fromVersion, version }: Frame): string => `${kind} ${fromVersion}..${version}`;

async function spans(frames: AsyncIterableIterator<Frame>, count: number): Promise<string[]> {
  const read: string[] = [];
  while (read.length < count) {
    const { value, done } = await frames.next();
    if (done) break;
    read.push(spanOf(value));
  }
  return read;
}

describe('the first frames', () => {
  test('are a snapshot for who has seen nothing', async () => {
    const { bus } = record();
    const frames = createFeed(bus, 'tally').follow('t', { currentVersion: at(7) });
    expect(await spans(frames, 1)).toEqual(['SNAPSHOT 0..7']);
  });

  test('are every change since the version last seen, in order', async () => {
    const { bus, commitTo } = record();
    commitTo(5);
    const frames = createFeed(bus, 'tally').follow('t', { afterVersion: 2, currentVersion: at(5) });
    expect(await spans(frames, 3)).toEqual(['CHANGE 2..3', 'CHANGE 3..4', 'CHANGE 4..5']);
  });

  test('are none for who has seen all; the next change comes first', async () => {
    const { bus, commitTo } = record();
    commitTo(5);
    const frames = createFeed(bus, 'tally').follow('t', { afterVersion: 5, currentVersion: at(5) });
    const first = spans(frames, 1);
    await tick();
    await bus.publish(event('t', 6));
    expect(await first).toEqual(['CHANGE 5..6']);
  });

  test.each([
    ['the record begins later', 0, (kept: DomainEvent[]) => void kept.splice(0, 2)],
    ['the record has a hole', 0, (kept: DomainEvent[]) => void kept.splice(2, 1)],
    ['the record ends before the present', 4, (kept: DomainEvent[]) => void kept.splice(4, 1)],
    ['the version has not happened yet', 9, () => undefined],
  ])('are a reset when %s', async (_why, afterVersion, forget) => {
    const { bus, kept, commitTo } = record();
    commitTo(5);
    forget(kept);
    const frames = createFeed(bus, 'tally').follow('t', { afterVersion, currentVersion: at(5) });
    expect(await spans(frames, 1)).toEqual([`RESET ${afterVersion}..5`]);
  });
});

describe('what follows', () => {
  test('is one frame a version, though the bus repeats, reorders and mixes', async () => {
    const { bus, commitTo } = record();
    const frames = createFeed(bus, 'tally').follow('t', { currentVersion: at(0) });
    expect(await spans(frames, 1)).toEqual(['SNAPSHOT 0..0']);
    commitTo(5);
    for (const version of [2, 1, 2, 5, 3, 4, 5]) await bus.publish(event('t', version));
    await bus.publish(event('other', 1));
    commitTo(6);
    await bus.publish(event('t', 6));
    expect(await spans(frames, 6)).toEqual([1, 2, 3, 4, 5, 6].map((version) => `CHANGE ${version - 1}..${version}`));
  });

  test('fills what the bus never told from the record', async () => {
    const { bus, commitTo } = record();
    const frames = createFeed(bus, 'tally').follow('t', { currentVersion: at(1) });
    await spans(frames, 1);
    commitTo(4);
    await bus.publish(event('t', 4));
    expect(await spans(frames, 3)).toEqual(['CHANGE 1..2', 'CHANGE 2..3', 'CHANGE 3..4']);
  });

  test('is a reset when neither bus nor record can tell', async () => {
    const { bus, commitTo } = record();
    const frames = createFeed(bus, 'tally').follow('t', { currentVersion: at(1) });
    await spans(frames, 1);
    await bus.publish(event('t', 4));
    expect(await spans(frames, 1)).toEqual(['RESET 1..4']);
    commitTo(5);
    await bus.publish(event('t', 5));
    expect(await spans(frames, 1)).toEqual(['CHANGE 4..5']);
  });

  test('includes what was committed while the first version was being read', async () => {
    const { bus } = record();
    const frames = createFeed(bus, 'tally').follow('t', {
      currentVersion: async () => {
        await bus.publish(event('t', 3));
        await bus.publish(event('t', 4));
        return 3;
      },
    });
    expect(await spans(frames, 2)).toEqual(['SNAPSHOT 0..3', 'CHANGE 3..4']);
  });

  test('is told at once to a reader who was away for longer than letters wait singly', async () => {
    const { bus, commitTo } = record();
    const frames = createFeed(bus, 'tally').follow('t', { currentVersion: at(0) });
    await spans(frames, 1);
    commitTo(1_000);
    for (let version = 1; version <= 1_000; version++) await bus.publish(event('t', version));
    let seen = 0;
    let count = 0;
    for (; seen < 1_000; count++) {
      const { value } = await frames.next();
      expect(value.fromVersion).toBe(seen);
      seen = value.version;
    }
    expect(count).toBeLessThan(300);
  });
});

describe('a reader who leaves', () => {
  test('while waiting ends at once and no longer listens', async () => {
    const { bus, listening } = record();
    const frames = createFeed(bus, 'tally').follow('t', { currentVersion: at(1) });
    await spans(frames, 1);
    const waiting = frames.next();
    expect(listening()).toBe(1);
    await frames.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(listening()).toBe(0);
    expect(await frames.next()).toEqual({ done: true, value: undefined });
  });

  test('before the first frame no longer listens', async () => {
    const { bus, listening } = record();
    const frames = createFeed(bus, 'tally').follow('t', { currentVersion: at(1) });
    await frames.return?.();
    expect(listening()).toBe(0);
  });

  test('because the first version could not be read no longer listens', async () => {
    const { bus, listening } = record();
    const frames = createFeed(bus, 'tally').follow('t', { currentVersion: () => Promise.reject(new Error('gone')) });
    await expect(frames.next()).rejects.toThrow('gone');
    expect(listening()).toBe(0);
  });

  test('of all aggregates no longer listens', async () => {
    const { bus, listening } = record();
    const frames = createFeed(bus, 'tally').followAll(() => true);
    const waiting = frames.next();
    await frames.return?.();
    expect((await waiting).done).toBe(true);
    expect(listening()).toBe(0);
  });
});

test('who follows all gets what concerns them, each change once', async () => {
  const { bus } = record();
  const frames = createFeed(bus, 'tally').followAll((each) => each.aggregateId !== 'hidden');
  for (const each of [event('a', 3), event('hidden', 1), event('a', 3), event('b', 1), event('a', 4), event('b', 1)]) await bus.publish(each);
  const read: string[] = [];
  for (let i = 0; i < 3; i++) {
    const { value } = await frames.next();
    read.push(`${value.aggregateId}${value.version}`);
  }
  expect(read.filter((each) => each.startsWith('a'))).toEqual(['a3', 'a4']);
  expect(read.filter((each) => each.startsWith('b'))).toEqual(['b1']);
});

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
