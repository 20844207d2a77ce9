import { z } from 'zod';

/* What goes over the wire between two shops: docs/protocols/partner-transfer.md. Unknown fields are passed over, so that both sides can grow. */

const text = (most: number) => z.string().min(1).max(most);
const amount = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const MOST_LINES = 2_000;

/** The key names the cart where it comes from; of one key the highest version counts. [XFER-07] */
const header = z.object({ message: text(100), sentAt: z.iso.datetime(), from: text(40), to: text(40), key: text(100), version: z.int().positive().max(1_000_000) });
const choice = z.object({ optionClass: text(100), sku: text(100), quantity: amount.nullish() });
const line = z.object({ line: text(100), sku: text(100), uom: text(20), quantity: amount, configuration: z.array(choice).max(100).nullish() });
const content = z.object({ currency, country: country.nullable(), lines: z.array(line).min(1).max(MOST_LINES) });

const address = z.object({ id: text(100), recipient: text(100), line1: text(100), line2: z.string().max(100).nullish(), postalCode: text(100), city: text(100), country });
const customer = z.object({
  account: z.object({ id: text(100), name: text(200), kind: z.enum(['ORGANISATION', 'INDIVIDUAL']), country: country.nullish() }),
  contact: z.object({ id: text(100), name: text(100), email: z.string().max(100).nullish(), phone: z.string().max(100).nullish() }),
  shipTo: address.nullish(),
  billTo: address.nullish(),
});

/** A message without a header that can be read: whose key it is must be told apart from what is wrong with the rest. */
const named = z.object({ code: z.string().nullish() }).loose().nullish();
export const anyMessage = z.object({ header: z.object({ from: z.string().nullish(), to: z.string().nullish(), key: z.string().nullish() }).loose(), source: named, destination: named });
export const questionMessage = z.object({ header, content });
export const transferMessage = z.object({
  header,
  source: z.object({ code: text(40), name: text(100) }),
  destination: z.object({ code: text(40) }),
  offer: text(100),
  contentHash: text(100),
  priceHash: text(100),
  total: amount,
  content,
  customer,
  terms: z.object({ purchaseOrderNumber: z.string().max(200).nullish(), note: z.string().max(2_000).nullish() }).nullish(),
});
export const withdrawalMessage = z.object({ header });
export type QuestionMessage = z.infer<typeof questionMessage>;
export type TransferMessage = z.infer<typeof transferMessage>;
export type WithdrawalMessage = z.infer<typeof withdrawalMessage>;

export const availabilityAnswer = z.object({ inReplyTo: text(100), lines: z.array(z.object({ line: text(100), available: z.boolean(), reason: z.string().max(100).nullish() })).max(MOST_LINES) });
export const priceAnswer = z.object({
  inReplyTo: text(100),
  offer: z.object({
    offer: text(100),
    validUntil: z.iso.datetime(),
    currency,
    contentHash: text(100),
    lines: z.array(z.object({ line: text(100), unitPrice: amount, total: amount })).min(1).max(MOST_LINES),
    subtotal: amount,
    discountTotal: amount,
    taxTotal: amount,
    shippingTotal: amount,
    total: amount,
    pricesIncludeTax: z.boolean(),
  }),
});
/** What became of a key: an order, nothing any more, or nobody can say yet. */
export const transferAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ORDERED'), inReplyTo: text(100), key: text(100), version: z.int(), priceHash: text(100), total: amount, currency, order: z.object({ number: text(100), placedAt: z.string().max(40).nullish() }), redirectUrl: z.string().max(2_000).nullish() }),
  z.object({ status: z.literal('WITHDRAWN'), inReplyTo: text(100), key: text(100), version: z.int() }),
  z.object({ status: z.literal('PROCESSING'), inReplyTo: text(100) }),
]);
export type TransferAnswer = z.infer<typeof transferAnswer>;
export const refusalAnswer = z.object({ status: z.literal('REFUSED'), inReplyTo: z.string().max(100).nullish(), code: text(60), message: z.string().max(500), skus: z.array(z.string().max(100)).max(MOST_LINES).nullish() });
export type RefusalAnswer = z.infer<typeof refusalAnswer>;

/** The questions and messages by the names that are put behind a partner's URL. */
export const WIRE_NAMES = ['availability', 'prices', 'transfers', 'withdrawals'] as const;
export type WireName = (typeof WIRE_NAMES)[number];
/** Who sends, beside the three headers of Standard Webhooks: by it the receiver finds the secret. */
export const SENDER_HEADER = 'cartwright-sender';
