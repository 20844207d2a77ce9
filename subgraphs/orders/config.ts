import { z } from 'zod';
import { refuse } from '#kernel/errors.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { readSettings, settingName, type Env } from '#kernel/settings.ts';
import { FIRST_STATUSES } from './domain/first-status.ts';
import { ORDER_VIEWS } from './domain/order-visibility.ts';
import { PAYMENT_TYPES, type PaymentType } from './domain/order-payment.ts';

/** Named with commas between, such as "CARD,INVOICE". */
const paymentTypes = (types: readonly PaymentType[]) =>
  z
  .string()
  .default(types.join(','))
  .transform((names) => names.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(PAYMENT_TYPES)).min(1));

const listed = z.string().transform((text) => text.split(',').map((each) => each.trim()).filter((each) => each !== ''));

const days = z.coerce.number<string>().int().positive();

const schema = z.object({
  /** The product that stands for custom items of quotes in orders; without one such quotes cannot be ordered. It must be in the catalog. */
  customItemSku: z.string().min(1).optional(),
  /** Every how many seconds the express orders that have waited long enough go out. [EXP-06, EXP-09] */
  expressBatchSeconds: z.coerce.number().int().positive().max(86_400).default(900),
  /** Who takes payments by card: nobody (they are taken down, not charged), a test service that moves no money, or Stripe. */
  paymentProvider: z.enum(['none', 'test', 'stripe']).default('none'),
  stripeUrl: z.url({ protocol: /^https?$/ }).default('https://api.stripe.com'),
  stripeSecretKey: z.string().min(8).optional(),
  /** What its callbacks to /payment-callbacks are signed with. */
  stripeWebhookSecret: z.string().min(8).optional(),
  /** How long the payment service may take for one operation; a checkout waits for it. */
  paymentTimeoutMs: z.coerce.number().int().positive().max(4_500).default(4_000),
  /** Whether a card is authorised before the order is written. [CHK-46] */
  authoriseCards: z.stringbool().default(true),
  /** Every how many seconds what is owed to payments is asked for: captures, voids, refunds. */
  paymentRoundSeconds: z.coerce.number().positive().max(60).default(1),
  /** What new orders begin as. [ORD-01] */
  defaultOrderState: z.enum(FIRST_STATUSES).default('BOOKED'),
  /** Whether an order that cannot be booked is entered all the same, for somebody to look at, instead of refused. [ORD-03] */
  enterOrderOnError: z.stringbool().default(false),
  /** The site these orders are of. */
  site: z.string().min(1).default('default'),
  /** What the site offers to pay with. [CHK-43] */
  paymentTypes: paymentTypes(PAYMENT_TYPES.filter((type) => type !== 'FAX_CARD')),
  /** What the operating unit that takes the orders allows to pay with; both must. [CHK-44] */
  unitPaymentTypes: paymentTypes(PAYMENT_TYPES),
  /** Whether buyers go straight to the review, with what defaults fill in; then nothing is ordered while data is missing. [CHK-47, CHK-48] */
  skipCheckoutSteps: z.stringbool().default(false),
  /** Whether orders are made under terms and conditions. [TC-01] */
  contracts: z.stringbool().default(false),
  /** The name of the terms that orders are made under; without one, or while none are published under it, there are none. */
  contractTemplate: z.string().min(1).optional(),
  /** Whether the terms must be agreed to before an order, and again after each change they depend on. [TC-02, TC-04] */
  enforceTerms: z.stringbool().default(false),
  /** The operating unit of the seller that orders are made in here. Buyers see those of other units with CANCEL_ORGANIZATION_ORDER only. [CAN-03] */
  operatingUnit: z.string().min(1).default('default'),
  /** Which orders buyers find: those sold to them, billed to them, or both. [ORD-10] */
  viewBy: z.enum(ORDER_VIEWS).default('SOLD_TO'),
  /** Whether business buyers need permissions to see and cancel what is not theirs alone. [ORD-11] */
  checkPermissions: z.stringbool().default(true),
  /** The days that people may choose to look back over. [ORD-26] */
  lookBackChoices: listed.pipe(z.array(days).min(1)).default([3, 7, 14, 30, 90]),
  /** How many days each page of the tracker looks back to begin with; the first of the choices when left out. [ORD-26] */
  ordersLookBack: days.optional(),
  invoicesLookBack: days.optional(),
  paymentsLookBack: days.optional(),
  returnsLookBack: days.optional(),
  /** How many rows the pages of the tracker show at once. [ORD-12] */
  rowsPerPage: z.coerce.number().int().min(1).max(100).default(10),
  /** Whether the tracker has a page of invoices, and one of payments. [ORD-13] */
  invoicesPage: z.stringbool().default(true),
  paymentsPage: z.stringbool().default(true),
  /** Whether business people may search by all criteria. [ORD-20] */
  advancedSearch: z.stringbool().default(false),
  /** The longest stretch of time an advanced search may name. */
  searchMaxDays: z.coerce.number().int().positive().default(366),
  /** Whether buyers may cancel orders. [CAN-01] */
  cancellation: z.stringbool().default(false),
  /** The reasons there are to cancel an order, separated by commas; any words when none is named. [CAN-05] */
  cancelReasons: listed.default([]),
  /** Where papers are faxed to; without one nobody is asked to. [ORD-07] */
  faxNumber: z.string().min(1).optional(),
  /** Whether a purchase order must be faxed too when its number was given. [ORD-07] */
  faxPurchaseOrders: z.stringbool().default(false),
  /** How many days an order waits for its approvers. */
  approvalDays: z.coerce.number().int().positive().max(365).default(14),
  /** Whether buyers edit orders: less of a line, another address of the country, another day. The seller's administrators always may. */
  orderEdits: z.stringbool().default(false),
  /** The extra column of parcels: what it says, and where it leads, with {trackingNumber} and {shipmentNumber} in it; none without both. [ORD-34] */
  shipmentColumnLabel: z.string().min(1).optional(),
  shipmentColumnUrl: z.string().min(1).optional(),
  /** Whether buyers see what they have of what was shipped to them. [ORD-38] */
  installBase: z.stringbool().default(false),
  /** Whether private persons see all of it without looking for something. [ORD-40] */
  autoqueryInstallBase: z.stringbool().default(true),
  /** By whose clocks budgets and spending limits are counted of accounts that have none of their own. */
  timeZone: z.string().refine(isTimeZone, 'is no IANA time zone').default('UTC'),
  /** Why every new order is held until somebody of the seller released it; none is when left out. [ORD-04] */
  holdNewOrders: z.string().trim().min(1).optional(),
  /** Whether orders go to the order system of the seller as soon as they are placed, which has them from then on; where it answers, the channels subgraph is told. [EXT-14] */
  handOver: z.stringbool().default(false),
  /** Whether classes of options are shown between a model and its options. [ORD-48] */
  optionClasses: z.stringbool().default(true),
}).refine(({ paymentProvider, stripeSecretKey, stripeWebhookSecret }) => paymentProvider !== 'stripe' || (stripeSecretKey !== undefined && stripeWebhookSecret !== undefined), { error: 'Stripe needs its _STRIPE_SECRET_KEY and its _STRIPE_WEBHOOK_SECRET' });

export type OrdersConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong, CONFIG_CONFLICT for holds on what goes elsewhere */
export function readOrdersConfig(env: Env): OrdersConfig {
  const config = readSettings(schema, 'ORDERS', env);
  if (!config.handOver || config.holdNewOrders === undefined) return config;
  const keys = ['handOver', 'holdNewOrders'].map((key) => settingName('ORDERS', key));
  throw refuse('CONFIG_CONFLICT', `${keys[0]} excludes ${keys[1]}: what goes elsewhere is held there.`, { keys });
}
