import type { Outcome } from './endpoint-lifecycle.ts';

export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface Next {
  readonly status: DeliveryStatus;
  /** When it is sent again, if it is. */
  readonly nextAt: Date;
}

/** A tenth more or less, so that what failed together does not come back together. */
const SPREAD = 0.1;

/**
 * What becomes of a message after an attempt.
 * @param attempts how often it has been sent, this time included
 * @param waits seconds before each attempt, the first included
 * @param random from 0 to 1
 */
export function afterAttempt(outcome: Outcome, attempts: number, now: Date, waits: readonly number[], random: number): Next {
  if (outcome === 'TAKEN') return { status: 'DELIVERED', nextAt: now };
  const wait = waits[attempts];
  if (wait === undefined) return { status: 'FAILED', nextAt: now };
  return { status: 'PENDING', nextAt: new Date(now.getTime() + wait * 1_000 * (1 + SPREAD * (2 * random - 1))) };
}

/** Any 2xx is a yes, 410 a wish to hear nothing more; a redirect is not followed and is a no like any other. */
export function outcomeOf(statusCode: number | null): Outcome {
  if (statusCode === 410) return 'GONE';
  return statusCode !== null && statusCode >= 200 && statusCode < 300 ? 'TAKEN' : 'FAILED';
}
