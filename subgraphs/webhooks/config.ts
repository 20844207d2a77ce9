import { z } from 'zod';
import { readSettings, type Env } from '#kernel/settings.ts';

/** The schedule of Standard Webhooks: at once, then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h. */
const STANDARD = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

const schema = z.object({
  /** Seconds before each attempt, separated by commas; when the last has failed the message is given up. */
  retrySeconds: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(z.number().nonnegative()).min(1).max(50))
    .default(STANDARD),
  /** How long a receiver may take for its answer. */
  timeoutSeconds: z.coerce.number().positive().max(60).default(15),
  /** Messages under way to one endpoint at once. */
  places: z.coerce.number().int().positive().max(64).default(4),
  /** An endpoint that takes nothing for so long is switched off. */
  disableAfterHours: z.coerce.number().positive().default(120),
  /** For how long messages that came to their end can be looked at and sent again. */
  keepDays: z.coerce.number().positive().default(30),
  /** How often is looked for what is due; what has just happened is sent at once. */
  roundSeconds: z.coerce.number().positive().default(1),
  /** Whether plain HTTP and hosts of this network may be sent to: for development, and where the operator trusts who registers endpoints. */
  trustPrivateNetwork: z.stringbool().default(false),
});

export type WebhooksConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong */
export const readWebhooksConfig = (env: Env): WebhooksConfig => readSettings(schema, 'WEBHOOKS', env);
