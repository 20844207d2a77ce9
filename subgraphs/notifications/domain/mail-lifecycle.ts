export const MAIL_STATUSES = ['PENDING', 'SENT', 'FAILED'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** SENT: a mail server took it. REFUSED: it never will. LATER: it does not take this mail now. DOWN: there is no server to talk to. */
export type Outcome = 'SENT' | 'REFUSED' | 'LATER' | 'DOWN';

export interface Next {
  readonly status: MailStatus;
  /** When it is tried again, if it is. */
  readonly nextAt: Date;
}

export interface Tried {
  /** This time included. */
  readonly attempts: number;
  readonly createdAt: Date;
}

/**
 * What becomes of a mail after an attempt.
 * @param waits seconds after each attempt; the last of them from then on
 * @param patienceMs how old a mail gets before it is given up
 */
export function afterAttempt(outcome: Outcome, { attempts, createdAt }: Tried, now: Date, waits: readonly number[], patienceMs: number): Next {
  if (outcome === 'SENT') return { status: 'SENT', nextAt: now };
  if (outcome === 'REFUSED' || now.getTime() - createdAt.getTime() >= patienceMs) return { status: 'FAILED', nextAt: now };
  return { status: 'PENDING', nextAt: new Date(now.getTime() + waitMs(attempts, waits)) };
}

/** No server is knocked at more rarely than that, so that what waited leaves soon after it is back. */
const MOST_REST_MS = 300_000;

/** How long no mail at all is tried once there is no server to talk to. @param failures in a row */
export const restMs = (failures: number, waits: readonly number[]): number => Math.min(waitMs(failures, waits), MOST_REST_MS);

const waitMs = (attempts: number, waits: readonly number[]): number => (waits[Math.min(attempts, waits.length) - 1] ?? 0) * 1_000;

/** One address and nothing else: no list, no name, no second line that would be a header of its own. */
const ADDRESS = /^[^\s\p{Cc}\p{Cf}@"<>(),;:\\[\]]+@[^\s\p{Cc}\p{Cf}@"<>(),;:\\[\]]+$/u;
export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);
