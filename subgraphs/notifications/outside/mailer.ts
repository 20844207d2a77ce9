import type { Outcome } from '../domain/mail-lifecycle.ts';

export interface Mail {
  /** The same id twice is the same mail, sent again. */
  readonly id: string;
  /** One address, alone. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

export interface Answer {
  readonly outcome: Outcome;
  /** What went wrong, in a few words. */
  readonly failure: string | null;
}

/** Takes mail to people. */
export interface Mailer {
  /** Hands a mail over, once. Never throws. */
  send(mail: Mail): Promise<Answer>;
  close(): Promise<void>;
}

export const TAKEN: Answer = { outcome: 'SENT', failure: null };
