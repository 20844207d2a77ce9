import { SYSTEM } from '#kernel/subgraph.ts';
import type { FakeClock } from '#kernel/clock.ts';
import type { QuotesContext } from '../../../subgraphs/quotes/context.ts';
import { expireQuotes } from '../../../subgraphs/quotes/use-cases/expire-quotes.ts';
import type { Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';
import { move } from './negotiation.ts';

/* Offers that end soon: tokens live for less than the days an offer usually stands. */

const MINUTE_MS = 60_000;

export const quotesOf = (world: World): QuotesContext => world.embedded.subgraphs.get('quotes')?.contextFor(SYSTEM) as QuotesContext;

export async function publishForAMinute(rep: Session, clock: FakeClock, quoteId: string): Promise<void> {
  await move(rep, 'publish', quoteId, `expiresAt: "${new Date(clock.now().getTime() + MINUTE_MS).toISOString()}"`);
}

/** A minute later the job finds what has ended. */
export async function letExpire(world: World, clock: FakeClock): Promise<number> {
  clock.advance(MINUTE_MS);
  return expireQuotes(quotesOf(world));
}
