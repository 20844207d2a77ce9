import { z } from 'zod';
import { readSettings, type Env } from '#kernel/settings.ts';

const schema = z.object({
  /** Whether procurement systems may send their people to shop. */
  enabled: z.stringbool().default(false),
  /** The page of the storefront that takes `?token=…` and begins the session with it. */
  startPage: z.url().default('http://localhost:4000/punchout'),
  /** How long a start page may be opened, once. */
  startMinutes: z.coerce.number().positive().max(1_440).default(10),
  /** How long a session lasts. */
  sessionMinutes: z.coerce.number().positive().max(1_440).default(60),
  /** For how many days a returned cart may be ordered. */
  orderDays: z.coerce.number().positive().default(30),
  /** What we are called in cXML. */
  identityDomain: z.string().min(1).default('NetworkID'),
  identity: z.string().min(1).default('cartwright'),
  /** Whether plain HTTP addresses may be returned to: for development. */
  trustPlainHttp: z.stringbool().default(false),
});

export type PunchoutConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong */
export const readPunchoutConfig = (env: Env): PunchoutConfig => readSettings(schema, 'PUNCHOUT', env);
