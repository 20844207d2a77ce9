import type { CartsContext } from './context.ts';
import { endOverdueHolds } from './use-cases/end-overdue-holds.ts';
import { expireCarts } from './use-cases/expire-carts.ts';
import { remindOwners } from './use-cases/remind-owners.ts';
import { sweepLeftovers } from './use-cases/sweep-leftovers.ts';
import { forgetUploads } from './use-cases/forget-uploads.ts';

const EVERY_MINUTE_MS = 60_000;

/** Work nobody asks for. A round that fails leaves its rows to the next one. */
const ROUNDS = {
  'holds could not be ended': endOverdueHolds,
  'carts could not be expired': expireCarts,
  'owners of carts could not be reminded': remindOwners,
  'leftovers could not be swept': sweepLeftovers,
  'uploads could not be forgotten': forgetUploads,
} as const;

/** Does the housekeeping of carts every minute, one round at a time. @returns what ends it, after the round at hand */
export function keepHouseOnSchedule(context: CartsContext): () => Promise<void> {
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= keepHouse(context).finally(() => (round = undefined));
  }, EVERY_MINUTE_MS).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

export async function keepHouse(context: CartsContext): Promise<void> {
  for (const [failure, work] of Object.entries(ROUNDS)) {
    await work(context).catch((error: unknown) => context.log(failure, { subgraph: 'carts', error: String(error) })); // the next round tries again
  }
}
