import type { ChannelsContext } from './context.ts';
import { forgetOldAnswers } from './use-cases/forget-old-answers.ts';

const HOUR_MS = 3_600_000;

/** Forgets every hour what was told too long ago. @returns what ends it, after the round at hand */
export function keepHouseOnSchedule(context: ChannelsContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= forgetOldAnswers(context)
      .catch((error: unknown) => context.log('old answers of outside systems could not be forgotten', { subgraph: 'channels', error: String(error) }))
      .finally(() => (round = undefined));
  }, HOUR_MS).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
