import { describe, expect, test } from 'vitest';
import { endOfDay, isTimeZone } from '#kernel/time-zone.ts';

describe('the end of a day', () => {
  test.each([
    ['UTC', '2026-01-05T09:00:00.000Z', 0, '2026-01-05T23:59:59.999Z'],
    ['UTC', '2026-01-05T23:59:59.999Z', 1, '2026-01-06T23:59:59.999Z'],
    ['America/New_York', '2026-01-05T02:00:00.000Z', 0, '2026-01-05T04:59:59.999Z'], // there it is still the fourth
    ['Asia/Tokyo', '2026-01-05T16:00:00.000Z', 0, '2026-01-06T14:59:59.999Z'], // there it is the sixth
    ['Pacific/Kiritimati', '2026-12-31T12:00:00.000Z', 0, '2027-01-01T09:59:59.999Z'],
    ['Europe/London', '2026-03-28T12:00:00.000Z', 1, '2026-03-29T22:59:59.999Z'], // the day summer begins
    ['Europe/London', '2026-10-24T12:00:00.000Z', 1, '2026-10-25T23:59:59.999Z'], // and the day it ends
    ['America/Santiago', '2026-09-05T12:00:00.000Z', 0, '2026-09-06T03:59:59.999Z'], // the midnight itself is skipped
    ['Asia/Kathmandu', '2026-01-05T18:14:59.999Z', 0, '2026-01-05T18:14:59.999Z'],
  ])('in %s, seen at %s, %i days on', (zone, now, days, end) => {
    expect(endOfDay(new Date(now), days, zone).toISOString()).toBe(end);
  });
});

test('a time zone is known by its IANA name', () => {
  expect(['Europe/London', 'UTC', 'Asia/Kathmandu'].every(isTimeZone)).toBe(true);
  expect(['Europe/Atlantis', '', 'midnight'].some(isTimeZone)).toBe(false);
});
