import { z } from 'zod';
import { refuse } from '#kernel/errors.ts';
import { readSettings, settingName, type Env } from '#kernel/settings.ts';

/** As webhooks wait: at once, then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h; the last wait is that of all further attempts. */
const STANDARD = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

const address = z.url({ protocol: /^https?$/ }).optional();
const secret = z.string().min(24).optional();

const schema = z.object({
  /** Where the order system of the seller answers; the names of the questions are put behind it. [EXT-14, EXT-15] */
  orderUrl: address,
  /** What is asked of and sent to it is signed with. */
  orderSecret: secret,
  /** The same of a quote system. [EXT-16] */
  quoteUrl: address,
  quoteSecret: secret,
  /** How long such a system may take to take an order or a quote over. */
  submitTimeoutMs: z.coerce.number().int().positive().max(60_000).default(10_000),
  /** How long it may take to tell of its orders or quotes; somebody waits for it. */
  readTimeoutMs: z.coerce.number().int().positive().max(4_000).default(1_500),
  /** How much is asked of it, and sent to it, at once. */
  places: z.coerce.number().int().positive().max(64).default(4),
  /** Seconds before each attempt to hand something over that it answered wrongly to, separated by commas; the last goes for all further ones. */
  retrySeconds: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(z.number().nonnegative()).min(1).max(50))
    .default(STANDARD),
  /** While it is not well it is tried with one message, after pauses that grow up to so many seconds. */
  restSeconds: z.coerce.number().positive().max(3_600).default(60),
  /** How often is looked for what is due; what has just happened goes at once. */
  roundSeconds: z.coerce.number().positive().max(60).default(1),
  /** How long what it told is as good as asking again. [EXT-15] */
  cacheSeconds: z.coerce.number().nonnegative().default(60),
  /** How long what it told is kept, to be shown while it does not answer. */
  keepDays: z.coerce.number().positive().default(30),
  /** The most orders or quotes of one customer it is asked for. */
  mostDocuments: z.coerce.number().int().positive().max(10_000).default(1_000),
  /** The user of the seller who is told what was refused for good; nobody when left out. */
  tellId: z.string().min(1).optional(),
});

export type ChannelsConfig = Readonly<z.infer<typeof schema>>;

/** What orders and quotes are told by, in their own settings, to hand over what is placed and requested. */
const HANDED_OVER = { orderUrl: settingName('ORDERS', 'handOver'), quoteUrl: settingName('QUOTES', 'handOver') } as const;

/** @throws ZodError naming the setting that is wrong, CONFIG_CONFLICT for a system without a secret, or a hand-over to none */
export function readChannelsConfig(env: Env): ChannelsConfig {
  const config = readSettings(schema, 'CHANNELS', env);
  for (const [url, secretOf] of [['orderUrl', 'orderSecret'], ['quoteUrl', 'quoteSecret']] as const) {
    const needs = config[url] === undefined ? (isOn(env[HANDED_OVER[url]]) ? [HANDED_OVER[url], settingName('CHANNELS', url)] : []) : config[secretOf] === undefined ? [settingName('CHANNELS', url), settingName('CHANNELS', secretOf)] : [];
    if (needs.length > 0) throw refuse('CONFIG_CONFLICT', `${needs[0]} needs ${needs[1]}.`, { keys: needs });
  }
  return config;
}

const isOn = (text: string | undefined): boolean => z.stringbool().default(false).safeParse(text).data ?? false;
