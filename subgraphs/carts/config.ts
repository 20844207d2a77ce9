import { z } from 'zod';
import { attachmentSettings } from '#kernel/attachment-settings.ts';
import { DomainError, refuse } from '#kernel/errors.ts';
import { readSettings, type Env } from '#kernel/settings.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { FIELD_LEVELS, FIELD_TYPES } from './domain/extra-fields.ts';

const flag = (fallback: boolean) => z.stringbool().default(fallback);
const days = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const field = z
  .strictObject({
    name: z.string().regex(/^[A-Za-z]\w{0,59}$/),
    level: z.enum(FIELD_LEVELS),
    type: z.enum(FIELD_TYPES),
    label: z.string().min(1),
    required: z.boolean().default(false),
    maxLength: z.number().int().positive().max(2_000).optional(),
    choices: z.array(z.string().min(1)).min(1).optional(),
  })
  .refine(({ type, choices }) => (type === 'choice') === (choices !== undefined), 'A choice has choices, and nothing else has.');

/** Declared as a JSON list: `[{"name":"costCenter","level":"cart","type":"text","label":"Cost center","required":true}]`. */
const extraFields = z
  .string()
  .default('[]')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('This is not JSON.');
      return z.NEVER;
    }
  })
  .pipe(z.array(field).max(50))
  .refine((fields) => new Set(fields.map(({ level, name }) => `${level} ${name}`)).size === fields.length, 'Two fields have one name.');

const schema = z.object({
  /** Shown for a cart nobody has named, where no text of the site and language is set. [CART-22] */
  defaultName: z.string().min(1).default('Store'),
  /** Shown for a cart that was put aside without a name of its own. [CART-22] */
  systemSavedName: z.string().min(1).default('Store Saved'),
  /** The site these carts are of, where a page names none. */
  site: z.string().min(1).default('default'),
  /** By whose clocks a day ends for accounts that have no time zone of their own. [CART-51] */
  timeZone: z.string().refine(isTimeZone, 'is no IANA time zone').default('UTC'),
  /** Days to live of a cart nobody has named. [CART-50] */
  activeDays: days(15),
  /** Days to live of a named cart. [CART-50] */
  savedDays: days(30),
  /** How many days before its last one the owner of a cart is reminded of it; 0 for never. [NOTIF-02] */
  reminderDays: z.coerce.number().int().min(0).max(365).default(0),
  /** Whether an added line that equals one in the cart raises its quantity. [CART-57] */
  mergeLines: flag(false),
  /** Whether lines are shipped and split each for itself; excludes merging. [CART-61] */
  lineShipping: flag(false),
  /** Whether business buyers choose among the pricing agreements of their account. [CART-66] */
  agreements: flag(false),
  /** Whether a line may have an agreement of its own beside that of the cart. [CART-67] */
  lineAgreements: flag(false),
  /** Additional information that carts and lines carry. [CART-73] */
  extraFields,
  sharing: flag(false),
  /** What the roles of a shared cart are called, on pages and in mails. [SHARE-02] */
  viewerLabel: z.string().min(1).default('Viewer'),
  participantLabel: z.string().min(1).default('Participant'),
  administratorLabel: z.string().min(1).default('Administrator'),
  /** Whether business buyers too may open a shared cart by its retrieval number. [SHARE-19] */
  retrievalByNumber: flag(false),
  /** Whether a business needs a contact to ship to and one to bill before an order. [CHK-21] */
  mandateContacts: flag(false),
  /** Whether businesses say for whom goods are in the end. [CHK-36] */
  endCustomer: flag(false),
  /** Whether an order needs that; and a contact of theirs, which means nothing without. [CHK-39] */
  mandateEndCustomer: flag(false),
  mandateEndCustomerContact: flag(false),
  /** Whether buyers enter promotion codes. [CART-71] */
  promotionCodes: flag(false),
  /** Whether lines show their own taxes; the cart always does. [CART-81] */
  lineTaxes: flag(false),
  ...attachmentSettings,
  /** Whether Add to Cart is a menu that knows lists. [LIST-12] */
  shoppingLists: flag(false),
  /** Where the page goes after an add: it stays, or shows the cart. [LIST-15] */
  addToCartNavigation: z.enum(['stay', 'cart']).default('stay'),
  /** Whether registered buyers may buy in one step, to be consolidated and ordered a while later. [EXP-01, EXP-03] */
  expressCheckout: flag(false),
  /** Whether a card is only good with its verification number, which nobody may keep: then nothing can be bought in one step. [EXP-11] */
  cardVerification: flag(false),
  /** How many minutes an express order waits, untouched, for more to join it. [EXP-06, EXP-07] */
  expressConsolidationMinutes: z.coerce.number().int().positive().default(60),
  /** Whether carts can be handed to partners: then their own prices are estimates, until a partner has named his. [XFER-01, XFER-05] */
  partnerTransfer: flag(false),
  directEntry: flag(false),
  /** How many rows a file or a form may have; one add takes at most 1,000 lines. [DIE-20] */
  directEntryMaxRows: z.coerce.number().int().positive().max(1_000).default(200),
  /** How many blank rows the form of direct entry begins with, and how many more it offers at a time. [DIE-10] */
  directEntryRows: z.coerce.number().int().positive().default(10),
  directEntryExtraRows: z.coerce.number().int().nonnegative().default(5),
  /** Whether direct entry offers all units of an item, or its primary one only. [DIE-11, DIE-13] */
  allUoms: flag(false),
});

export type CartsConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong, CONFIG_CONFLICT for settings that exclude each other */
export function readCartsConfig(env: Env): CartsConfig {
  const config = readSettings(schema, 'CARTS', env);
  if (config.mergeLines && config.lineShipping) throw conflict('CARTWRIGHT_CARTS_MERGE_LINES', 'CARTWRIGHT_CARTS_LINE_SHIPPING');
  return config.cardVerification ? { ...config, expressCheckout: false } : config;
}

const conflict = (...keys: string[]): DomainError => refuse('CONFIG_CONFLICT', `${keys.join(' and ')} exclude each other.`, { keys });
