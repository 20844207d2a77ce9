import { runAgain } from '#kernel/run-again.ts';
import type { PartnersContext } from '../context.ts';
import { UNDER_WAY } from '../domain/transfer-lifecycle.ts';
import { advanceTransfer } from './advance-transfer.ts';
import { takeLease } from './take-lease.ts';

const LOOKED_AT = 500;
/** Of one partner, those that are being taken up just now and as many more: so that many of his leave room for those of others. */
const ROUNDS_OF_ONE = 2;

/**
 * Takes up transfers that nobody drives any more: their process was killed, or the partner did not answer. Each partner has so many
 * places of his own, so that a slow one holds up nobody else's. @returns what ends it, after what is under way
 */
export function startResuming(context: PartnersContext): () => Promise<void> {
  const { db, clock, config, log } = context;
  const driven = new Map<string, { readonly partnerId: string; readonly done: Promise<void> }>();
  let stopped = false;

  async function drive(id: string): Promise<void> {
    try {
      if (await takeLease(context, id)) await advanceTransfer(context, id);
    } catch (error) {
      log('a transfer could not be carried on; it is due again', { subgraph: 'partners', transferId: id, error: String(error) });
    } finally {
      driven.delete(id);
    }
  }

  async function look(): Promise<void> {
    const due = await db.sql
      .selectFrom(({ selectFrom }) =>
        selectFrom('Transfer')
          .select(['id', 'partnerId', 'nextAt'])
          .select(({ fn }) => fn.agg<number>('row_number').over((row) => row.partitionBy('partnerId').orderBy('nextAt')).as('turn'))
          .where('status', 'in', UNDER_WAY)
          .where('nextAt', '<=', clock.now())
          .as('Due'),
      )
      .select(['id', 'partnerId'])
      .where('turn', '<=', config.places * ROUNDS_OF_ONE)
      .orderBy('nextAt')
      .limit(LOOKED_AT)
      .execute();
    for (const { id, partnerId } of due) {
      const busy = [...driven.values()].filter((each) => each.partnerId === partnerId).length;
      if (stopped || driven.has(id) || busy >= config.places) continue;
      driven.set(id, { partnerId, done: drive(id) });
    }
  }

  const looking = runAgain(() => look().catch((error: unknown) => log('due transfers could not be read', { subgraph: 'partners', error: String(error) }))); // due still, for the next round
  const timer = setInterval(() => looking.nudge(), config.roundSeconds * 1_000).unref();
  looking.nudge(); // what an earlier process left behind
  return async () => {
    stopped = true;
    clearInterval(timer);
    await looking.idle();
    await Promise.all([...driven.values()].map(({ done }) => done));
  };
}
