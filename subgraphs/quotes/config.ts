import { z } from 'zod';
import { attachmentSettings } from '#kernel/attachment-settings.ts';
import { refuse } from '#kernel/errors.ts';
import { isSchedule } from '#kernel/schedule.ts';
import { readSettings, settingName, type Env } from '#kernel/settings.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { QUOTE_STATUSES } from './domain/quote-lifecycle.ts';
import { bindMessages } from './domain/quote-messages.ts';
import { readMapping } from './domain/read-mapping.ts';

const statuses = z.array(z.enum(QUOTE_STATUSES));

const listed = z.string().transform((text) => text.split(',').map((each) => each.trim()).filter((each) => each !== ''));

const schema = z.object({
  /** Whether there are quotes at all; when not, those there are can still be read. [QUOTE-10, V.5] */
  enabled: z.stringbool().default(false),
  /** Whether a sales rep must take a requested quote before changing, publishing or rejecting it. [QUOTE-16, QUOTE-23] */
  assignmentRequired: z.stringbool().default(true),
  /** Whether a rep may hand a requested quote to a colleague, and not only take it. [QUOTE-19] */
  assignColleagues: z.stringbool().default(false),
  /** Whether the owner of a quote may cancel it himself; without, only reps do. [QUOTE-42, V.1] */
  buyerMayCancel: z.stringbool().default(true),
  /** How long an offer stands when the rep names no date. [QUOTE-29] */
  daysToLive: z.coerce.number().int().positive().default(30),
  /** How many days before an offer ends its buyer is warned; 0: not at all. */
  expiryWarningDays: z.coerce.number().int().nonnegative().default(3),
  /** When the job looks for offers that have ended, or will soon, as a cron expression: five fields, or six with seconds in front. [QUOTE-36] */
  expirySchedule: z.string().refine(isSchedule, 'is no cron expression').default('* * * * *'),
  /** By whose clocks the schedule goes. [QUOTE-36] */
  expiryTimeZone: z.string().refine(isTimeZone, 'is no IANA time zone').default('UTC'),
  /** Statuses the expiry job passes over, separated by commas. [QUOTE-35, QUOTE-36] */
  expiryExclusions: listed.pipe(statuses).default(['DRAFTING', 'EXPIRED', 'REJECTED', 'CANCELED', 'QUOTE_REQUESTED']),
  /** Where messages go, as `quotePublished=crm.offers,quoteExpired=`: a name instead of their own, or nowhere. [QUOTE-44, QUOTE-46] */
  destinations: listed.transform(bindMessages).default(bindMessages([])),
  /** Whether a quote may consist of custom items only. [QUOTE-48] */
  customItemsOnly: z.stringbool().default(false),
  /** Whether buyers may ask for assistance with a cart. [ASSIST-01] */
  assistance: z.stringbool().default(false),
  /** The rep who is told of assistance and has its quotes, assigned at once where they must be; without one nobody at the seller's is told by e-mail. [ASSIST-03, ASSIST-05] */
  defaultRepId: z.string().min(1).optional(),
  /** Whether a quote of assistance is given the terms of its cart, and keeps them. [ASSIST-07] */
  contracts: z.stringbool().default(false),
  /** The reasons there are to ask for it, separated by commas; any when none is named. [ASSIST-08] */
  assistanceReasons: listed.default([]),
  /** Whether the sales desk sees carts as they are filled, each as a quote in CART_IN_PROGRESS. [CPQ-11] */
  cartMirror: z.stringbool().default(false),
  /** Where the seller's own CPQ answers, if carts are mirrored there too; the names of the questions are put behind it. */
  cpqUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** What questions to it are signed with. */
  cpqSecret: z.string().min(24).optional(),
  cpqTimeoutMs: z.coerce.number().int().positive().max(4_000).default(1_500),
  /** Questions to it under way at once. */
  cpqPlaces: z.coerce.number().int().positive().default(8),
  /** Whether a mirrored quote may be published that the CPQ has not heard of as it stands. */
  cpqPublishUnheard: z.stringbool().default(true),
  /** Whether an order is canceled that the CPQ refuses, or does not hear of in time. [CPQ-12] */
  cpqCancelOrderOnFailure: z.stringbool().default(false),
  /** The reason that is given then; one of those of orders where they list any. [CPQ-12] */
  cpqCancelReason: z.string().trim().min(1).default('The CPQ system did not take the order.'),
  /** How long it may take until the CPQ has heard of an order. [CPQ-12] */
  cpqOrderPatienceSeconds: z.coerce.number().int().nonnegative().default(300),
  /** Fields it is told, as `costCentre=_cost_centre,line.engraving=_engraving`. [CPQ-13] */
  cpqAttributes: listed.transform(readMapping).default(new Map()),
  /** Its names for ways to ship, as `VAN=GROUND`; without one it hears ours. [CPQ-13] */
  cpqShippingMethods: listed.transform(readMapping).default(new Map()),
  /** How far below the list price a rep may go, in percent; there are no costs to reckon a margin with. */
  maxDiscountPercent: z.coerce.number().int().min(0).max(100).default(100),
  /** Whether quotes go to the quote system of the seller as soon as they are requested, where they go on; where it answers, the channels subgraph is told. [EXT-16] */
  handOver: z.stringbool().default(false),
  /** Whether a buyer may change a quote that assistance made of his cart, and members one that is shared. [QUOTE-53, SHARE-34] */
  draftUpdates: z.stringbool().default(false),
  ...attachmentSettings,
  /** Whether quotes can be shared. [SHARE-01, SHARE-34] */
  sharing: z.stringbool().default(false),
  /** Whether business buyers too may open a shared quote by its retrieval number. [SHARE-19] */
  retrievalByNumber: z.stringbool().default(false),
});

export type QuotesConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong, CONFIG_CONFLICT for a CPQ that has nothing to mirror or no secret, or beside a quote system */
export function readQuotesConfig(env: Env): QuotesConfig {
  const config = readSettings(schema, 'QUOTES', env);
  if (config.handOver && config.cpqUrl !== undefined) {
    const keys = ['handOver', 'cpqUrl'].map((key) => settingName('QUOTES', key));
    throw refuse('CONFIG_CONFLICT', `${keys[0]} excludes ${keys[1]}: a quote goes on in one system.`, { keys });
  }
  const needs = config.cpqUrl === undefined ? [] : (['cpqSecret', 'cartMirror'] as const).filter((key) => !config[key]);
  if (needs.length === 0) return config;
  const keys = ['cpqUrl', ...needs].map((key) => settingName('QUOTES', key));
  throw refuse('CONFIG_CONFLICT', `${keys[0]} needs ${keys.slice(1).join(' and ')}.`, { keys });
}
