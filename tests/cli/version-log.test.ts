import { expect, test } from 'vitest';
import { createVersionLog } from '../../cli/replay/version-log.ts';

const change = (fromVersion: number, version: number) => ({ kind: 'CHANGE', fromVersion, version });

function logOf(...frames: { kind: string; fromVersion: number; version: number }[]) {
  const log = createVersionLog();
  for (const frame of frames) log.note(frame);
  return log;
}

test('a snapshot and then each version once is a whole story', () => {
  const log = logOf({ kind: 'SNAPSHOT', fromVersion: 0, version: 1 }, change(1, 2), change(2, 3));
  expect([log.last, log.seen, log.coalesced, log.troubles]).toEqual([3, 3, 0, []]);
});

test('versions that come together count as seen, and are told apart', () => {
  const log = logOf({ kind: 'SNAPSHOT', fromVersion: 0, version: 1 }, change(1, 4));
  expect([log.last, log.seen, log.coalesced, log.troubles]).toEqual([4, 2, 2, []]);
});

test('a version left out, one that comes twice and a stream that begins anew are troubles', () => {
  expect(logOf(change(0, 1), change(2, 3)).troubles).toEqual(['version 3 came from 2, but 1 was the last seen']);
  expect(logOf(change(0, 1), change(0, 1)).troubles).toEqual(['version 1 came after 1']);
  expect(logOf(change(0, 1), { kind: 'RESET', fromVersion: 1, version: 5 }).troubles).toEqual(['the stream began anew at version 5']);
});
