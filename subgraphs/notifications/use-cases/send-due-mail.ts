import { runAgain } from '#kernel/run-again.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { NotificationsConfig } from '../config.ts';
import type { NotificationsTx } from '../context.ts';
import { afterAttempt, isAddress, restMs } from '../domain/mail-lifecycle.ts';
import type { NotificationMail } from '../entities/notification-mail.ts';
import type { NotificationsTables } from '../entities/tables.ts';
import type { Answer, Mailer } from '../outside/mailer.ts';

export interface Sending {
  /** Says that there may be something to send; returns at once. */
  nudge(): void;
  /** Resolves when nothing is under way; what has to be tried later counts as not waiting now. */
  idle(): Promise<void>;
  /** Starts nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

export type SendingServices = Pick<BaseContext<NotificationsTables>, 'db' | 'clock' | 'log'> & { readonly config: NotificationsConfig; readonly mailer: Mailer };

/** Who took a mail has so much longer than a server may take; then it is sent again, by whoever is there. */
const LEASE_MORE_MS = 120_000;

/**
 * Sends what is due, the oldest first. While there is no server to talk to one mail alone is tried, more and more rarely, and
 * none of the others has lost an attempt when it is back.
 */
export function createSending(services: SendingServices): Sending {
  const { db, clock, config, mailer, log } = services;
  let failures = 0;
  let restsUntil = 0;
  let stopped = false;

  async function sendAll(): Promise<void> {
    while (!stopped && clock.now().getTime() >= restsUntil) {
      const mails = await take(services, failures > 0 ? 1 : config.places);
      if (mails.length === 0) return;
      const answers = await Promise.all(mails.map(async (mail) => ({ mail, answer: await handOver(mailer, mail) })));
      await note(services, answers);
      await feel(answers.some(({ answer }) => answer.outcome === 'DOWN'));
    }
  }

  /** How the server is, after a round. */
  async function feel(down: boolean): Promise<void> {
    const wasDown = failures > 0;
    failures = down ? failures + 1 : 0;
    restsUntil = down ? clock.now().getTime() + restMs(failures, config.retrySeconds) : 0;
    if (down && !wasDown) log('the mail server cannot be reached; e-mails wait', { subgraph: 'notifications' });
    if (!wasDown || down) return;
    log('the mail server is back', { subgraph: 'notifications' });
    await db.transact(({ sql }) => sql.updateTable('NotificationMail').set({ nextAt: clock.now() }).where('status', '=', 'PENDING').where('failure', 'is not', null).execute()); // those under way have none
  }

  const sending = runAgain(() => sendAll().catch((error: unknown) => log('e-mails could not be sent', { subgraph: 'notifications', error: String(error) }))); // they are due still
  const nudge = (): void => {
    if (!stopped) sending.nudge();
  };
  const timer = setInterval(nudge, config.roundSeconds * 1_000).unref();
  return {
    nudge,
    idle: () => sending.idle(),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await sending.idle();
    },
  };
}

/** Whatever is in the table: what is no single address goes to no server, for it may hold a line that is a header of its own. */
const handOver = (mailer: Mailer, { id, to, subject, text }: NotificationMail): Promise<Answer> =>
  isAddress(to) ? mailer.send({ id, to, subject, text }) : Promise.resolve({ outcome: 'REFUSED', failure: 'This is no e-mail address.' });

/** Takes what is due, for so long that nobody else sends it meanwhile. No transaction while nothing is. */
async function take({ db, clock, config }: SendingServices, most: number): Promise<NotificationMail[]> {
  const now = clock.now();
  if (!(await dueAt(db.sql, now).select('id').limit(1).executeTakeFirst())) return [];
  return db.transact(async ({ sql }) => {
    const due = await dueAt(sql, now).selectAll().orderBy('createdAt').orderBy('id').limit(most).execute();
    const nextAt = new Date(now.getTime() + config.mail.timeoutSeconds * 1_000 + LEASE_MORE_MS);
    if (due.length > 0) await sql.updateTable('NotificationMail').set((eb) => ({ nextAt, failure: null, attempts: eb('attempts', '+', 1) })).where('id', 'in', due.map(({ id }) => id)).execute();
    return due.map((mail) => ({ ...mail, attempts: mail.attempts + 1 }));
  });
}

const dueAt = (sql: NotificationsTx['sql'], now: Date) => sql.selectFrom('NotificationMail').where('status', '=', 'PENDING').where('nextAt', '<=', now);

/** What came of a round. */
async function note({ db, clock, config, log }: SendingServices, answers: readonly { readonly mail: NotificationMail; readonly answer: Answer }[]): Promise<void> {
  const now = clock.now();
  const noted = answers.map(({ mail, answer: { outcome, failure } }) => ({ mail, failure, ...afterAttempt(outcome, mail, now, config.retrySeconds, config.giveUpHours * 3_600_000) }));
  await db.transact(async ({ sql }) => {
    for (const { mail, failure, status, nextAt } of noted) {
      const settledAt = status === 'PENDING' ? null : now;
      await sql.updateTable('NotificationMail').set({ status, nextAt, settledAt, failure }).where('id', '=', mail.id).where('status', '=', 'PENDING').execute();
    }
  });
  for (const { mail, failure, status } of noted) if (status === 'FAILED') log('an e-mail was given up', { subgraph: 'notifications', mail: mail.id, attempts: mail.attempts, failure });
}
