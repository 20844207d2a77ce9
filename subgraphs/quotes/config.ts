import { z } from 'zod';
import { QUOTE_STATUSES } from './domain/quote-lifecycle.ts';

const statuses = z.array(z.enum(QUOTE_STATUSES));

const schema = z.object({
  /** Whether a sales rep must take a requested quote before changing, publishing or rejecting it. [QUOTE-16, QUOTE-23] */
  assignmentRequired: z.stringbool().default(true),
  /** How long an offer stands when the rep names no date. [QUOTE-29] */
  daysToLive: z.coerce.number().int().positive().default(30),
  /** Statuses the expiry job passes over, separated by commas. [QUOTE-35, QUOTE-36] */
  expiryExclusions: z
    .string()
    .transform((text) => text.split(',').map((status) => status.trim()).filter((status) => status !== ''))
    .pipe(statuses)
    .default(['DRAFTING', 'EXPIRED', 'REJECTED', 'CANCELED', 'QUOTE_REQUESTED']),
  /** Whether a quote may consist of custom items only. [QUOTE-48] */
  customItemsOnly: z.stringbool().default(false),
});

export type QuotesConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong */
export function readQuotesConfig(env: NodeJS.ProcessEnv = process.env): QuotesConfig {
  return Object.freeze(
    schema.parse({
      assignmentRequired: env.CARTWRIGHT_QUOTES_ASSIGNMENT_REQUIRED,
      daysToLive: env.CARTWRIGHT_QUOTES_DAYS_TO_LIVE,
      expiryExclusions: env.CARTWRIGHT_QUOTES_EXPIRY_EXCLUSIONS,
      customItemsOnly: env.CARTWRIGHT_QUOTES_CUSTOM_ITEMS_ONLY,
    }),
  );
}
