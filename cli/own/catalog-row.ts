import { z } from 'zod';
import type { CsvRow } from '../load/read-csv.ts';
import type { Row } from '../load/row.ts';
import { isTaxClass, TAX_CLASSES } from './tax-class.ts';

export interface ProductRecord {
  readonly sku: string;
  readonly name: string;
  readonly description?: string;
  readonly primaryUom?: string;
  readonly uoms?: readonly string[];
  /** Units with what they hold: in the file they stand among the others as BX=200. */
  readonly units?: readonly { readonly uom: string; readonly factor: string }[];
  readonly indivisible?: boolean;
  readonly returnable?: boolean;
  readonly taxClass?: string;
}

export interface PriceRecord {
  readonly sku: string;
  readonly uom?: string;
  readonly minQuantity: string;
  readonly unitPrice: string;
  readonly validFrom?: string;
  readonly validUntil?: string | null;
}

/** What one row of a catalog says: of a product, of a price, of the stock; each may be absent. */
export interface CatalogValue {
  readonly product?: ProductRecord;
  readonly prices: readonly PriceRecord[];
  readonly stock?: { readonly sku: string; readonly onHand: string };
}

export const CATALOG_COLUMNS = ['sku', 'name', 'description', 'uom', 'uoms', 'taxClass', 'indivisible', 'returnable', 'unitPrice', 'minQuantity', 'validFrom', 'validUntil', 'stock'] as const;

const absent = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
const text = z.string().optional().transform(absent);
const decimal = (column: string) => text.refine((value) => value === undefined || /^\d+(\.\d{1,6})?$/.test(value), { error: `${column} is a number such as 12 or 2.55` });
const flag = (column: string) =>
  text.transform((value, context) => {
    if (value === undefined) return undefined;
    if (/^(true|yes|1)$/i.test(value)) return true;
    if (/^(false|no|0)$/i.test(value)) return false;
    context.addIssue({ code: 'custom', message: `${column} is true or false` });
    return z.NEVER;
  });
const moment = (column: string) => text.refine((value) => value === undefined || !Number.isNaN(Date.parse(value)), { error: `${column} is a date such as 2026-11-22 or 2026-11-22T08:00:00Z` });

const CatalogRow = z
  .object({
    sku: z.string({ error: 'sku is missing' }).min(1, 'sku is empty'),
    name: text,
    description: text,
    uom: text,
    uoms: text.transform((value) => value?.split(/[\s;|]+/).filter(Boolean)),
    taxClass: text.refine((value) => value === undefined || isTaxClass(value), { error: `taxClass is one of ${TAX_CLASSES.join(', ')}` }).transform((value) => value?.toUpperCase()),
    indivisible: flag('indivisible'),
    returnable: flag('returnable'),
    unitPrice: decimal('unitPrice'),
    minQuantity: decimal('minQuantity'),
    validFrom: moment('validFrom'),
    validUntil: moment('validUntil'),
    stock: decimal('stock'),
  })
  .refine(({ name, unitPrice, stock }) => name ?? unitPrice ?? stock, { error: 'a row has at least a name, a unitPrice or a stock' });

export function readCatalogRow({ row, record }: CsvRow): Row<CatalogValue> {
  const parsed = CatalogRow.safeParse(record);
  if (!parsed.success) return { row, code: 'BAD_ROW', message: parsed.error.issues.map(({ message }) => message).join('; ') };
  const { sku, name, description, uom, uoms, taxClass, indivisible, returnable, unitPrice, minQuantity, validFrom, validUntil, stock } = parsed.data;
  return {
    row,
    value: {
      product: name === undefined ? undefined : { sku, name, description, primaryUom: uom, ...unitsOf(uoms), taxClass, indivisible, returnable },
      prices: unitPrice === undefined ? [] : [{ sku, uom, minQuantity: minQuantity ?? '1', unitPrice, validFrom: isoOf(validFrom), validUntil: isoOf(validUntil) }],
      stock: stock === undefined ? undefined : { sku, onHand: stock },
    },
  };
}

const isoOf = (date: string | undefined): string | undefined => (date === undefined ? undefined : new Date(date).toISOString());

function unitsOf(words: readonly string[] | undefined): Pick<ProductRecord, 'uoms' | 'units'> {
  const units = words?.filter((word) => word.includes('=')).map((word) => ({ uom: word.slice(0, word.indexOf('=')), factor: word.slice(word.indexOf('=') + 1) }));
  return { uoms: words?.filter((word) => !word.includes('=')), ...(units?.length && { units }) };
}
