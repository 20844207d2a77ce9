import { judge } from '#kernel/lifecycle.ts';
import { isMinor, minorFrom } from '#kernel/money.ts';
import type { ChannelsTx } from '../context.ts';
import { nextAttempt } from '../domain/retry-schedule.ts';
import { HAND_OVER_LIFECYCLE } from '../domain/hand-over-lifecycle.ts';
import type { HandOver } from '../entities/hand-over.ts';
import type { Submission } from '../outside/ports.ts';
import { factsOf, moveHandOver } from './move-hand-over.ts';
import type { SendingServices } from './send-due.ts';

/** What came of handing something over; what cannot be so counts as no answer. */
export async function noteSubmission(services: SendingServices, { id }: HandOver, submission: Submission): Promise<void> {
  const { db, clock, config, log } = services;
  const now = clock.now();
  const facts = { subgraph: 'channels', handOver: id };
  await db.transact(async (tx) => {
    const handOver = await tx.sql.selectFrom('HandOver').selectAll().where('id', '=', id).executeTakeFirst();
    if (!handOver) return;
    if (!isOpen(handOver)) {
      const isNews = submission.outcome === 'TAKEN' && submission.number !== handOver.number; // not the answer to a second copy
      if (isNews) log('something was taken over outside that is not open here any more', { ...facts, status: handOver.status, known: handOver.number, number: submission.number });
      return;
    }
    const answer = submission.outcome === 'TAKEN' ? await believed(tx, handOver, submission) : submission;
    if (answer.outcome === 'TAKEN') {
      const { number, ...differing } = { number: answer.number, ...differingTotal(handOver, answer.total) };
      if (differing.outsideTotal !== undefined) log('the system outside reckons with another total', { ...facts, number, total: handOver.message?.total, outsideTotal: differing.outsideTotal });
      await moveHandOver(tx, handOver, 'acknowledge', { role: 'receiver', actorId: null, set: { number, ...differing, problem: null, settledAt: now } });
    } else if (answer.outcome === 'REFUSED') {
      await moveHandOver(tx, handOver, 'refuse', { role: 'receiver', actorId: null, set: { problem: answer.reason, attempts: 0, settledAt: now } });
    } else {
      const turn = nextAttempt(handOver.attempts, now, config.retrySeconds, Math.random());
      const soonest = new Date(now.getTime() + config.restSeconds * 1_000);
      const nextAt = answer.isUnwell && turn > soonest ? soonest : turn; // while it is not well it is left alone as a whole
      await tx.sql.updateTable('HandOver').set({ nextAt, problem: answer.problem }).where('id', '=', id).execute();
    }
  });
}

const isOpen = (handOver: HandOver): boolean => judge(HAND_OVER_LIFECYCLE, { status: handOver.status, command: 'acknowledge', roles: ['receiver'], facts: factsOf(handOver) }).allowed;

/** A number is of one order only. */
async function believed({ sql }: ChannelsTx, { id, kind }: HandOver, submission: Submission & { outcome: 'TAKEN' }): Promise<Submission> {
  const other = await sql.selectFrom('HandOver').select('id').where('kind', '=', kind).where('number', '=', submission.number).where('id', '!=', id).executeTakeFirst();
  return other ? { outcome: 'UNHEARD', isUnwell: false, problem: `MALFORMED: it gave the number ${submission.number} of another one` } : submission;
}

/** What it comes to there, where that is not what was agreed here: the seller is to see it. */
function differingTotal({ message }: HandOver, total: string | null): Partial<Pick<HandOver, 'currency' | 'outsideTotal'>> {
  const agreed = message?.total;
  const currency = String(message?.currency);
  if (total === null || typeof agreed !== 'string' || !isMinor(total, currency) || minorFrom(total, currency) === minorFrom(agreed, currency)) return {};
  return { currency, outsideTotal: total };
}
