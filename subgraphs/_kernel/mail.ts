import { mkdirSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Mail {
  /** The same id twice is the same mail, told again. */
  readonly id: string;
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** Takes mail to people; a post office can stand in its place. Resolves when the mail is in safe hands. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

export interface KeptMail extends Mailer {
  sent(): readonly Mail[];
}

/** So many of them can be looked at again. */
const REMEMBERED = 10_000;

/** Sends nothing: keeps mail to be looked at, and appends it to `mail.jsonl` in the folder, if there is one. */
export function keepMail(dataDir: string): KeptMail {
  const kept = new Map<string, Mail>();
  if (dataDir !== ':memory:') mkdirSync(dataDir, { recursive: true });
  return {
    sent: () => [...kept.values()],
    async send(mail) {
      if (kept.has(mail.id)) return;
      kept.set(mail.id, mail);
      if (kept.size > REMEMBERED) kept.delete(kept.keys().next().value ?? '');
      if (dataDir !== ':memory:') await appendFile(join(dataDir, 'mail.jsonl'), `${JSON.stringify(mail)}\n`);
    },
  };
}
