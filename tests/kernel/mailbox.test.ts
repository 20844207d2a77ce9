import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMailbox, type Change } from '#kernel/mailbox.ts';
import { change } from './support/facts.ts';

const LIMIT = 4;

type Step = { readonly put: string } | { readonly take: true };
const steps = fc.array(fc.oneof(fc.record({ put: fc.constantFrom('a', 'b', 'c') }), fc.record({ take: fc.constant(true as const) })), { maxLength: 200 });

test('whatever the order of letters and readings, each aggregate is told gapless, in order and to its end', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (interleaving: readonly Step[]) => {
      const mailbox = createMailbox(LIMIT);
      const written = new Map<string, number>();
      const read: Change[] = [];
      let waiting = 0;
      const takeOne = async (): Promise<void> => {
        const taken = await mailbox.take();
        if (taken) read.push(taken);
        waiting = read.reduce((left, each) => left - (each.version - each.fromVersion), [...written.values()].reduce((a, b) => a + b, 0));
      };
      for (const step of interleaving) {
        if ('put' in step) {
          const version = (written.get(step.put) ?? 0) + 1;
          written.set(step.put, version);
          mailbox.put(change(step.put, version));
          waiting++;
        } else if (waiting > 0) await takeOne();
      }
      while (waiting > 0) await takeOne();

      for (const [aggregate, last] of written) {
        const told = read.filter((each) => each.aggregateId === aggregate);
        expect(told[0]?.fromVersion).toBe(0);
        expect(told.at(-1)?.version).toBe(last);
        expect(told.slice(1).map((each) => each.fromVersion)).toEqual(told.slice(0, -1).map((each) => each.version));
      }
    }),
  );
});

test('a reader that keeps up sees each version singly', async () => {
  const mailbox = createMailbox(LIMIT);
  for (let version = 1; version <= 50; version++) {
    mailbox.put(change('a', version));
    expect(await mailbox.take()).toEqual(change('a', version));
  }
});

test('a reader that falls behind gets what waited as one change that spans it', async () => {
  const mailbox = createMailbox(LIMIT);
  for (let version = 1; version <= LIMIT + 1; version++) mailbox.put(change('a', version));
  mailbox.put(change('a', LIMIT + 2));
  expect(await mailbox.take()).toMatchObject({ fromVersion: 0, version: LIMIT + 1 });
  expect(await mailbox.take()).toMatchObject({ fromVersion: LIMIT + 1, version: LIMIT + 2 });
});

test('a letter delivered again to a slow reader takes nothing back', async () => {
  const mailbox = createMailbox(LIMIT);
  for (let version = 1; version <= LIMIT; version++) mailbox.put(change('a', version));
  mailbox.put(change('a', 1));
  expect(await mailbox.take()).toMatchObject({ fromVersion: 0, version: LIMIT });
});

test('an unread mailbox never holds more than its limit an aggregate', async () => {
  const mailbox = createMailbox(LIMIT);
  for (let version = 1; version <= 10_000; version++) for (const id of ['a', 'b']) mailbox.put(change(id, version));
  const read: Change[] = [];
  for (const taken = new Map<string, number>(); taken.get('a') !== 10_000 || taken.get('b') !== 10_000; ) {
    const next = (await mailbox.take()) as Change;
    read.push(next);
    taken.set(next.aggregateId, next.version);
  }
  expect(read.length).toBeLessThanOrEqual(2 * LIMIT);
});

test('a busy aggregate does not starve the others', async () => {
  const mailbox = createMailbox();
  for (let version = 1; version <= 3; version++) mailbox.put(change('busy', version));
  mailbox.put(change('quiet', 1));
  const read = [await mailbox.take(), await mailbox.take()];
  expect(read.map((each) => each?.aggregateId)).toEqual(['busy', 'quiet']);
});

test('a reader that waits is woken by a letter, and by the end', async () => {
  const mailbox = createMailbox();
  const first = mailbox.take();
  mailbox.put(change('a', 1));
  expect(await first).toEqual(change('a', 1));
  const second = mailbox.take();
  mailbox.close();
  expect(await second).toBeUndefined();
});

test('after the end nothing is taken or kept', async () => {
  const mailbox = createMailbox();
  mailbox.put(change('a', 1));
  mailbox.close();
  mailbox.put(change('a', 2));
  expect(await mailbox.take()).toBeUndefined();
  expect(await mailbox.take()).toBeUndefined();
});
