import { z } from 'zod';
import type { Env } from '#kernel/settings.ts';

const schema = z
  .object({
    kind: z.enum(['builtin', 'http']).default('builtin'),
    /** Where the system answers; the names of the questions are put behind it. */
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** What our questions are signed with. */
    secret: z.string().min(24).optional(),
    /** For everything: waiting for a place, connecting, asking, asking once more. */
    timeoutMs: z.coerce.number().int().positive().max(4_000).default(1_500),
    ttlSeconds: z.coerce.number().nonnegative(),
    /** How long "there is none" is believed. */
    noneSeconds: z.coerce.number().nonnegative().default(10),
    keep: z.coerce.number().int().nonnegative().default(50_000),
    /** Questions under way at once. */
    places: z.coerce.number().int().positive().default(8),
    /** Whether it takes part in orders: puts stock aside, or comes to their totals. [EXT-09] */
    orders: z.stringbool().default(true),
  })
  .refine(({ kind, url, secret }) => kind === 'builtin' || (url !== undefined && secret !== undefined), { error: 'an http source needs its _URL and its _SECRET' });

export type OutsideConfig = Readonly<z.infer<typeof schema>>;

/**
 * The settings of one outside system, all of them beginning with `prefix`.
 * @throws ZodError naming the setting that is wrong
 */
export function readOutsideConfig(env: Env, prefix: string, ttlSeconds: number): OutsideConfig {
  return Object.freeze(
    schema.parse({
      kind: env[prefix],
      url: env[`${prefix}_URL`],
      secret: env[`${prefix}_SECRET`],
      timeoutMs: env[`${prefix}_TIMEOUT_MS`],
      ttlSeconds: env[`${prefix}_TTL_SECONDS`] ?? ttlSeconds,
      noneSeconds: env[`${prefix}_NONE_SECONDS`],
      keep: env[`${prefix}_KEEP`],
      places: env[`${prefix}_PLACES`],
      orders: env[`${prefix}_ORDERS`],
    }),
  );
}
