import { refuse } from '#kernel/errors.ts';

/** What an administrator last saw; null or left out: the change goes on top of whatever is there. */
export type ExpectedVersion = number | null | undefined;

/** A change to rules somebody else changed meanwhile is refused, before anything is written. What is not there yet is at version 0. */
export function refuseStale(what: string, expectedVersion: ExpectedVersion, currentVersion = 0): void {
  if (expectedVersion == null || expectedVersion === currentVersion) return;
  throw refuse('STALE_VERSION', `${what} is at version ${currentVersion}, not ${expectedVersion}.`, { expectedVersion, currentVersion });
}
