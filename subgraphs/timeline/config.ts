import { z } from 'zod';
import { readSettings, type Env } from '#kernel/settings.ts';

const schema = z.object({
  /** Whether what happens is recorded and can be asked about. Switched on later, the past of a thing is recorded with the next that happens to it, as far as its owner still knows it. */
  enabled: z.stringbool().default(false),
  /** A deal of which nothing was heard for so long is forgotten. */
  keepDays: z.coerce.number().positive().default(400),
  /** How many events are written in one transaction. */
  most: z.coerce.number().int().positive().max(1_000).default(100),
  /** How long it rests between two such transactions while there is much to write. */
  restMs: z.coerce.number().nonnegative().max(10_000).default(100),
});

export type TimelineConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong */
export const readTimelineConfig = (env: Env): TimelineConfig => readSettings(schema, 'TIMELINE', env);
