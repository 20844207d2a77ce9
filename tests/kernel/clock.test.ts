import { expect, test } from 'vitest';
import { fakeClock, systemClock } from '#kernel/clock.ts';

test('a fake clock stands still until it is moved', () => {
  const clock = fakeClock(new Date('2026-03-28T12:00:00Z'));
  expect(clock.now()).toEqual(new Date('2026-03-28T12:00:00Z'));
  clock.advance(60_000);
  expect(clock.now()).toEqual(new Date('2026-03-28T12:01:00Z'));
});

test('a day has 24 hours, also where summer begins', () => {
  expect(fakeClock(new Date('2026-03-28T12:00:00Z')).inDays(1)).toEqual(new Date('2026-03-29T12:00:00Z'));
  expect(fakeClock(new Date('2026-03-28T12:00:00Z')).inDays(-1)).toEqual(new Date('2026-03-27T12:00:00Z'));
});

test('the system clock tells the time', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1_000);
});
