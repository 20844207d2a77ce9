import { Cron } from 'croner';

/** Whether it is a cron expression that comes round at least once. */
export function isSchedule(pattern: string): boolean {
  try {
    return new Cron(pattern, { paused: true }).nextRun() !== null;
  } catch {
    return false; // TypeError
  }
}

/** The next time a schedule comes round after a moment, by the clocks of a time zone; null when it never does again. */
export const nextRun = (pattern: string, timezone: string, after: Date): Date | null => new Cron(pattern, { paused: true, timezone }).nextRun(after);

/** Does something whenever a schedule comes round; a round that is still under way then is not begun a second time. @returns what ends it */
export function onSchedule(pattern: string, timezone: string, work: () => Promise<unknown>): () => void {
  const job = new Cron(pattern, { timezone, protect: true, unref: true, catch: true }, async () => void (await work()));
  return () => job.stop();
}
