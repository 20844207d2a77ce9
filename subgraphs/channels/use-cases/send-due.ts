import { runAgain } from '#kernel/run-again.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { ChannelsConfig } from '../config.ts';
import { restAfter } from '../domain/retry-schedule.ts';
import { HAND_OVER_KINDS, type HandOverKind } from '../domain/hand-over-lifecycle.ts';
import type { ChannelsTables } from '../entities/tables.ts';
import type { HandOver } from '../entities/hand-over.ts';
import type { OutsideChannel, OutsideChannels, Submission } from '../outside/ports.ts';
import { noteSubmission } from './note-submission.ts';
import { prepareMessage } from './prepare-message.ts';

export interface Sending {
  /** Says that there may be something to hand over; returns at once. */
  nudge(): void;
  /** Starts nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

export type SendingServices = Pick<BaseContext<ChannelsTables>, 'db' | 'clock' | 'log' | 'askAs'> & { readonly config: ChannelsConfig; readonly channels: OutsideChannels };

/** Who took something to send has so much longer than its answer may take; then it is sent again, by whoever is there. */
const LEASE_MORE_MS = 5_000;
/** Not each time that a system is down is worth a line. */
const TRIES_TO_TELL = 10;

/** How a system is: how often in a row it has not answered, and until when it is left alone. Kept by nobody: after a start it is simply tried. */
interface Health {
  readonly failures: number;
  readonly until: number;
}

/** Hands over what is due, each kind by itself: a system that is down holds up nobody else. */
export function createSending(services: SendingServices): Sending {
  const { db, clock, config, channels, log } = services;
  const rounds = new Map<HandOverKind, Promise<void>>();
  const unwell = new Map<HandOverKind, Health>();
  let stopped = false;

  async function look(): Promise<void> {
    for (const kind of HAND_OVER_KINDS) {
      const channel = channels[kind];
      const now = clock.now();
      if (!channel || stopped || rounds.has(kind) || now.getTime() < (unwell.get(kind)?.until ?? 0)) continue;
      const due = await db.sql.selectFrom('HandOver').select('id').where('kind', '=', kind).where('status', '=', 'PENDING').where('nextAt', '<=', now).limit(1).executeTakeFirst();
      if (!due) continue;
      const round = sendAllDue(kind, channel)
        .catch((error: unknown) => log('orders or quotes could not be handed over', { subgraph: 'channels', kind, error: String(error) })) // they are due still
        .finally(() => rounds.delete(kind));
      rounds.set(kind, round);
    }
  }

  async function sendAllDue(kind: HandOverKind, channel: OutsideChannel): Promise<void> {
    while (!stopped) {
      const failures = unwell.get(kind)?.failures ?? 0;
      const due = await take(services, kind, failures > 0 ? 1 : config.places); // one tries whether it is back
      if (due.length === 0) return;
      const answers = await Promise.all(due.map((handOver) => sendOne(services, channel, handOver)));
      if (!answers.some(isDown)) {
        unwell.delete(kind);
        continue;
      }
      const inARow = answers.every(isDown) ? failures + 1 : 1;
      if (inARow % TRIES_TO_TELL === 1) log('an outside system is not well; what it has not taken over waits', { subgraph: 'channels', kind, failures: inARow });
      unwell.set(kind, { failures: inARow, until: clock.now().getTime() + restAfter(inARow, config.restSeconds) });
      return;
    }
  }

  const looking = runAgain(() => look().catch((error: unknown) => log('what is due to be handed over could not be read', { subgraph: 'channels', error: String(error) })));
  const nudge = (): void => {
    if (!stopped) looking.nudge();
  };
  const isUsed = HAND_OVER_KINDS.some((kind) => channels[kind] !== null);
  const timer = isUsed ? setInterval(nudge, config.roundSeconds * 1_000).unref() : undefined;

  return {
    nudge,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking.idle();
      while (rounds.size > 0) await Promise.all(rounds.values());
    },
  };
}

const isDown = (answer: Submission): boolean => answer.outcome === 'UNHEARD' && answer.isUnwell;

/** Takes what is due, the first in turn first (what has just failed is behind all others, so that it holds up none of them), for as long as an answer may take. */
function take({ db, clock, config }: SendingServices, kind: HandOverKind, limit: number): Promise<HandOver[]> {
  return db.transact(async ({ sql }) => {
    const now = clock.now();
    const due = await sql.selectFrom('HandOver').selectAll().where('kind', '=', kind).where('status', '=', 'PENDING').where('nextAt', '<=', now).orderBy('nextAt').orderBy('id').limit(limit).execute();
    if (due.length === 0) return [];
    const nextAt = new Date(now.getTime() + config.submitTimeoutMs + LEASE_MORE_MS);
    await sql.updateTable('HandOver').set((eb) => ({ nextAt, attempts: eb('attempts', '+', 1) })).where('id', 'in', due.map(({ id }) => id)).execute();
    return due.map((each) => ({ ...each, attempts: each.attempts + 1 }));
  });
}

/** The same message under the same id, however often: whoever takes it over knows it again. */
async function sendOne(services: SendingServices, channel: OutsideChannel, handOver: HandOver): Promise<Submission> {
  const { id, kind } = handOver;
  const message = handOver.message ?? (await prepareMessage(services, handOver));
  const submission: Submission = typeof message === 'string' ? { outcome: 'UNHEARD', isUnwell: false, problem: message } : await channel.submit(`${kind.toLowerCase()}_${id}_${String(message.version)}`, message);
  await noteSubmission(services, handOver, submission);
  return submission;
}
