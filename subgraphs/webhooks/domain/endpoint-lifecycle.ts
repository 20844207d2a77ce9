/** ACTIVE is sent to; PAUSED and DISABLED are not, but what happens meanwhile is kept for them. */
export const ENDPOINT_STATUSES = ['ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type EndpointStatus = (typeof ENDPOINT_STATUSES)[number];

/** GONE: it answered 410. FAILING: it took nothing for as long as one waits. */
export const DISABLED_REASONS = ['GONE', 'FAILING'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

export interface Health {
  readonly status: EndpointStatus;
  readonly disabledReason?: DisabledReason | null;
  readonly failingSince?: Date | null;
  readonly failures: number;
  readonly restUntil?: Date | null;
}

export type Outcome = 'TAKEN' | 'GONE' | 'FAILED';

/** So many failures in a row are no longer the message's fault: the endpoint is left alone for a while, then tried with one message. */
export const UNWELL = 3;
const MOST_REST_SECONDS = 300;

export const isUnwell = ({ failures }: Pick<Health, 'failures'>): boolean => failures >= UNWELL;
export const WELL = { failingSince: null, failures: 0, restUntil: null } as const;

/**
 * How an endpoint stands after an attempt.
 * @param waits seconds: it rests as long as a message does, but never longer than five minutes
 * @param patienceMs how long it may take nothing before it is switched off
 */
export function healthAfter(before: Health, outcome: Outcome, now: Date, waits: readonly number[], patienceMs: number): Health {
  if (outcome === 'TAKEN') return { ...before, ...WELL };
  const failingSince = before.failingSince ?? now;
  const failures = before.failures + 1;
  if (outcome === 'GONE') return { status: 'DISABLED', disabledReason: 'GONE', failingSince, failures, restUntil: null };
  const failed = { ...before, failingSince, failures, restUntil: isUnwell({ failures }) ? new Date(now.getTime() + restMs(failures, waits)) : null };
  if (before.status !== 'ACTIVE' || now.getTime() - failingSince.getTime() < patienceMs) return failed;
  return { ...failed, status: 'DISABLED', disabledReason: 'FAILING' };
}

const restMs = (failures: number, waits: readonly number[]): number => Math.min(waits[failures - UNWELL + 1] ?? MOST_REST_SECONDS, MOST_REST_SECONDS) * 1_000;
