import type { AccountsContext } from '../context.ts';
import { advanceMerge } from './advance-merge.ts';

const BATCH = 20;
const EVERY_MS = 1_000;

/** Takes up merges that nobody drives any more: their process was killed, or a subgraph did not answer. */
export async function resumeMerges(context: AccountsContext): Promise<void> {
  const due = await context.db.sql.selectFrom('Merge').select('id').where('status', '=', 'OPEN').where('nextAt', '<=', context.clock.now()).orderBy('nextAt').limit(BATCH).execute();
  for (const { id } of due) await advanceMerge(context, id, { isMine: false });
}

/** Looks for such merges every second. @returns what ends it, after the round under way */
export function startResumingMerges(context: AccountsContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= resumeMerges(context)
      .catch((error: unknown) => context.log('merges could not be looked for', { subgraph: 'accounts', error: String(error) })) // due still, for the next round
      .finally(() => (round = undefined));
  }, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
