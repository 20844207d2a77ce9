import { z } from 'zod';
import { refuse } from '#kernel/errors.ts';
import { readSettings, settingName, type Env } from '#kernel/settings.ts';

const code = z.string().regex(/^[A-Z0-9][A-Z0-9_-]{1,39}$/, 'is 2 to 40 capitals, digits, - and _');

const schema = z.object({
  /** Whether carts can be handed to partners; CARTWRIGHT_CARTS_PARTNER_TRANSFER must be on as well. [XFER-05] */
  enabled: z.stringbool().default(false),
  /** Whether other shops may hand carts over to this one; quotes must be on (CARTWRIGHT_QUOTES_ENABLED). [XFER-10] */
  receives: z.stringbool().default(false),
  /** What partners know this shop by: the source of what it sends, the destination of what it receives. */
  code: code.optional(),
  /** Its name for people. */
  organisation: z.string().min(1).max(100).default('Cartwright'),
  /** How long a partner may take to say whether he can fulfil a cart, and for how much. */
  questionTimeoutMs: z.coerce.number().int().positive().max(4_000).default(2_000),
  /** How long he may take to take a cart over; somebody waits for it. */
  transferTimeoutMs: z.coerce.number().int().positive().max(4_500).default(4_000),
  /** Questions and carts under way to one partner at once. */
  places: z.coerce.number().int().positive().max(64).default(4),
  /** After how many minutes a partner is given up whom nothing has reached; what may have reached him is never given up by itself. */
  patienceMinutes: z.coerce.number().positive().default(15),
  /** How often is looked for carts on their way that are due. */
  roundSeconds: z.coerce.number().positive().default(1),
  /** For how many minutes this shop, asked as a partner, stands by a price it named. */
  offerMinutes: z.coerce.number().int().positive().max(1_440).default(30),
  /** How orders that were handed over are paid here: INVOICE, CASH or CHECK. */
  receivedPayment: z.enum(['INVOICE', 'CASH', 'CHECK']).default('INVOICE'),
  /** Where a buyer sees the order he handed over; {number} stands for its number. None when left out. [XFER-09] */
  orderUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Whether plain HTTP and hosts of this network may be sent to: for development, and where the operator trusts who registers partners. */
  trustPrivateNetwork: z.stringbool().default(false),
});

export type PartnersConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong, CONFIG_CONFLICT for a shop that takes part and has no code */
export function readPartnersConfig(env: Env): PartnersConfig {
  const config = readSettings(schema, 'PARTNERS', env);
  if (config.code !== undefined || !(config.enabled || config.receives)) return config;
  const keys = [settingName('PARTNERS', config.enabled ? 'enabled' : 'receives'), settingName('PARTNERS', 'code')];
  throw refuse('CONFIG_CONFLICT', `${keys[0]} needs ${keys[1]}.`, { keys });
}
