import { z } from 'zod';
import { readSettings, type Env } from '#kernel/settings.ts';

const schema = z.object({
  /** Whether a site of an account is located by its number alone, or by usage, town and number. [CHK-31] */
  autoSiteNumbering: z.stringbool().default(false),
  /** Whether a first card becomes its owner's default, and carts begin with it. [CHK-13, CHK-14] */
  retainCards: z.stringbool().default(true),
  /** The site people sign in to who name none. [MERGE-06..08] */
  site: z.string().min(1).default('default'),
  /** Whether a merge keeps what either side had before and after. [MERGE-12] */
  mergeAudit: z.stringbool().default(false),
});

export type AccountsConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong */
export const readAccountsConfig = (env: Env): AccountsConfig => readSettings(schema, 'ACCOUNTS', env);
