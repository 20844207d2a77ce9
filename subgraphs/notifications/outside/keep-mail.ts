import { mkdirSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { composeMail } from './compose-mail.ts';
import { TAKEN, type Answer, type Mail, type Mailer } from './mailer.ts';

export interface KeptMail extends Mailer {
  sent(): readonly Mail[];
}

/** So many of them can be looked at again. */
const REMEMBERED = 10_000;

/** Sends nothing: keeps mail to be looked at. With a folder it appends each to `mail.jsonl` there, and writes it to `mails/ID.eml` as it would be sent. */
export function keepMail(dataDir: string, from: string = 'no-reply@cartwright.example'): KeptMail {
  const kept = new Map<string, Mail>();
  const folder = dataDir === ':memory:' ? undefined : join(dataDir, 'mails');
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const composer = createTransport({ streamTransport: true, buffer: true });

  async function keep(mail: Mail): Promise<Answer> {
    if (kept.has(mail.id)) return TAKEN;
    kept.set(mail.id, mail);
    if (kept.size > REMEMBERED) kept.delete(kept.keys().next().value ?? '');
    if (folder === undefined) return TAKEN;
    await appendFile(join(dataDir, 'mail.jsonl'), `${JSON.stringify(mail)}\n`);
    const { message } = await composer.sendMail(composeMail(mail, from));
    await writeFile(join(folder, `${mail.id.replaceAll(/[^A-Za-z0-9-]/g, '.')}.eml`), message as Buffer);
    return TAKEN;
  }

  return {
    sent: () => [...kept.values()],
    send: (mail) =>
      keep(mail).catch((error: unknown) => {
        kept.delete(mail.id);
        return { outcome: 'LATER' as const, failure: String(error) }; // the disk is full, or the folder gone
      }),
    close: async () => composer.close(),
  };
}
