import { z } from 'zod';
import { isMinor } from '#kernel/money.ts';
import { readSettings, type Env } from '#kernel/settings.ts';
import { OVER_RECEIPTS } from './domain/receive-goods.ts';
import { TYPE_CATEGORIES } from './domain/return-setup.ts';
import { RETURN_SEARCH_FIELDS } from './domain/search-lines.ts';

const flag = () => z.stringbool().default(false);
const listed = z.string().transform((text) => text.split(',').map((each) => each.trim()).filter((each) => each !== ''));
const name = z.string().trim().min(1);

const fee = z
  .strictObject({ currency: z.string().length(3), amount: z.string(), per: z.enum(['UNIT', 'LINE']).default('UNIT'), reasons: z.array(name).min(1).optional() })
  .refine(({ amount, currency }) => /^\d+(\.\d+)?$/.test(amount) && isMinor(amount, currency), 'A fee is an amount of its currency.');

const transactionType = z.strictObject({
  name,
  category: z.enum(TYPE_CATEGORIES),
  lineType: name.optional(),
  workflow: name.optional(),
  sequence: z.string().regex(/^[A-Z0-9]{1,12}$/).default('R'),
  approvers: z.array(name).min(1).default(['SELLER']),
  fees: z.array(fee).default([]),
});

/** Declared as a JSON list: `[{"name":"RMA","category":"RETURN","lineType":"RETURN","workflow":"CREDIT","fees":[{"currency":"GBP","amount":"1.50"}]}]`. */
const transactionTypes = z
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
  .pipe(z.array(transactionType))
  .refine((types) => new Set(types.map((type) => type.name)).size === types.length, 'Two transaction types have one name.');

const schema = z.object({
  /** Whether buyers send things back here. [RET-01] */
  enabled: flag(),
  /** Whether the seller has to agree to a submitted return before it is booked. [RET-34, RET-35] */
  approval: flag(),
  /** The transaction types there are, and the one that returns are written as. [RET-31, RET-33] */
  transactionTypes,
  transactionType: name.optional(),
  /** The rep who has to do with returns. [RET-32] */
  defaultSalesRepId: name.optional(),
  /** Whether the four rules below decide beside the catalog. [RET-15] */
  policy: flag(),
  /** For how many days after shipment, or after the order where nothing was shipped, something may come back. */
  returnDays: z.coerce.number().int().positive().optional(),
  /** What never comes back, separated by commas. */
  finalSaleSkus: listed.default([]),
  /** Statuses of order lines in which nothing comes back, separated by commas. */
  constrainedStatuses: listed.default([]),
  /** Whether only what was shipped may come back, also of orders nobody told of parcels of. [V 29] */
  shippedOnly: flag(),
  /** The reasons there are to return something, separated by commas; and whether other words will do. [RET-21] */
  reasons: listed.default(['DAMAGED', 'DEFECTIVE', 'WRONG_ITEM', 'NOT_AS_DESCRIBED', 'ORDERED_BY_MISTAKE', 'NO_LONGER_NEEDED']),
  otherReasons: flag(),
  /** What lines can be looked for by, separated by commas. [RET-17, RET-21] */
  searchFields: listed.pipe(z.array(z.enum(RETURN_SEARCH_FIELDS))).default([...RETURN_SEARCH_FIELDS]),
  /** Where goods are to be sent when whoever approves does not say. [RET-38] */
  returnLocation: name.optional(),
  /** What happens when more arrives than was announced. */
  overReceipt: z.enum(OVER_RECEIPTS).default('REFUSE'),
});

export type ReturnsConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong */
export const readReturnsConfig = (env: Env): ReturnsConfig => readSettings(schema, 'RETURNS', env);
