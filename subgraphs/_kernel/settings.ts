import type { z } from 'zod';

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads each setting of a schema from the environment: `daysToLive` of "QUOTES" is CARTWRIGHT_QUOTES_DAYS_TO_LIVE.
 * @throws ZodError naming the setting that is wrong
 */
export function readSettings<T extends z.ZodRawShape>(schema: z.ZodObject<T>, subgraph: string, env: Env): Readonly<z.infer<z.ZodObject<T>>> {
  const given = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, env[settingName(subgraph, name)]]));
  return Object.freeze(schema.parse(given));
}

export const settingName = (subgraph: string, name: string): string => `CARTWRIGHT_${subgraph}_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
