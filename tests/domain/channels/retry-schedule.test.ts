import { expect, test } from 'vitest';
import { nextAttempt, restAfter } from '../../../subgraphs/channels/domain/retry-schedule.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const secondsTo = (attempts: number, random = 0.5): number => (nextAttempt(attempts, NOW, [0, 5, 300, 1_800], random).getTime() - NOW.getTime()) / 1_000;

test('the pauses grow, the last goes for all further attempts, and none is quite like another', () => {
  expect([1, 2, 3, 4, 50].map((attempts) => secondsTo(attempts))).toEqual([5, 300, 1_800, 1_800, 1_800]);
  expect([secondsTo(2, 0), secondsTo(2, 1)]).toEqual([270, 330]);
});

test('a system that does not answer is left alone for longer each time, a minute at most', () => {
  expect([1, 2, 3, 6, 7, 1_000].map((failures) => restAfter(failures, 60) / 1_000)).toEqual([1, 2, 4, 32, 60, 60]);
});
