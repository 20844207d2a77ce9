import { z } from 'zod';
import { readSettings, type Env } from '#kernel/settings.ts';

/** After a minute, 5 and 15 minutes, 1, 2 and 4 hours, then every 8 hours. */
const PAUSES = [60, 300, 900, 3_600, 7_200, 14_400, 28_800];

const language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'is no language tag such as "de" or "en-GB"').toLowerCase();

const schema = z.object({
  /** The site of what does not say where it comes from. [NOTIF-01] */
  site: z.string().min(1).default('default'),
  /** In which language people are told who have not chosen one, a BCP 47 tag. Shipped are "en" and "de". [NOTIF-01] */
  language: language.default('en'),
  /** The same for single sites, such as "shop-de=de,shop-at=de-AT". [NOTIF-01] */
  siteLanguages: z
    .string()
    .transform((text) => text.split(',').map((pair) => pair.split('=').map((part) => part.trim())))
    .pipe(z.array(z.tuple([z.string().min(1), language])))
    .transform((pairs) => Object.fromEntries(pairs) as Readonly<Record<string, string>>)
    .default({}),
  /** Seconds after each attempt to send an e-mail, separated by commas; the last from then on. */
  retrySeconds: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(z.number().nonnegative()).min(1).max(50))
    .default(PAUSES),
  /** How old an e-mail gets before it is given up. */
  giveUpHours: z.coerce.number().positive().default(120),
  /** E-mails under way at once. */
  places: z.coerce.number().int().positive().max(50).default(4),
  /** For how long notifications, and e-mails that came to their end, are kept. */
  keepDays: z.coerce.number().positive().default(90),
  /** How often is looked for e-mails that are due; what has just happened is sent at once. */
  roundSeconds: z.coerce.number().positive().default(1),
});

const mail = z.object({
  /** Where e-mail is handed in, such as "smtps://user:password@mail.example"; without one it is only kept to be looked at. */
  smtpUrl: z.string().regex(/^smtps?:\/\/.+/, 'begins with smtp:// or smtps://').optional(),
  /** Who writes: an address. */
  from: z.email().default('no-reply@cartwright.example'),
  /** How long a mail server may take for an answer. */
  timeoutSeconds: z.coerce.number().positive().max(600).default(30),
});

export interface NotificationsConfig extends Readonly<z.infer<typeof schema>> {
  readonly mail: Readonly<z.infer<typeof mail>>;
}

/** @throws ZodError naming the setting that is wrong */
export const readNotificationsConfig = (env: Env): NotificationsConfig => Object.freeze({ ...readSettings(schema, 'NOTIFICATIONS', env), mail: readSettings(mail, 'MAIL', env) });
