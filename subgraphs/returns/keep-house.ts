import type { ReturnsContext } from './context.ts';
import { releaseLapsedClaims } from './use-cases/release-lapsed-claims.ts';

const TEN_MINUTES_MS = 600_000;

/** Lets go of what submissions left behind, every ten minutes. @returns what ends it, after the round at hand */
export function keepHouseOnSchedule(context: ReturnsContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= releaseLapsedClaims(context)
      .catch((error: unknown) => context.log('lapsed claims could not be released', { subgraph: 'returns', error: String(error) }))
      .finally(() => (round = undefined));
  }, TEN_MINUTES_MS).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
