import type { CsvRow } from '../load/read-csv.ts';
import type { Row } from '../load/row.ts';
import { isTaxClass, TAX_CLASSES } from './tax-class.ts';

type Kind = 'text' | 'taxClass' | 'decimal' | 'flag' | 'moment' | 'words' | 'units';

/** What a load of one kind takes: its columns, the one that names a row, and the mutation that takes the rows. */
export interface RecordShape {
  readonly columns: { readonly [column: string]: Kind };
  readonly needed: readonly string[];
  readonly argument: string;
  readonly field: string;
  readonly input: string;
}

export type LoadRecord = Readonly<Record<string, unknown>>;

export const RECORD_SHAPES = {
  products: {
    columns: {
      sku: 'text', name: 'text', description: 'text', primaryUom: 'text', units: 'units', itemType: 'text', modelKind: 'text', taxClass: 'taxClass', indivisible: 'flag', returnable: 'flag', serialControlled: 'flag',
      shippable: 'flag', weight: 'decimal', minQuantity: 'decimal', stepQuantity: 'decimal', packSize: 'decimal', categories: 'words',
    },
    needed: ['sku', 'name'], argument: 'products', field: 'loadProducts', input: 'ProductInput',
  },
  prices: {
    columns: { sku: 'text', uom: 'text', minQuantity: 'decimal', unitPrice: 'decimal', validFrom: 'moment', validUntil: 'moment' },
    needed: ['sku', 'unitPrice'], argument: 'prices', field: 'loadPrices', input: 'PriceInput',
  },
  stock: { columns: { sku: 'text', onHand: 'decimal' }, needed: ['sku', 'onHand'], argument: 'stock', field: 'loadStock', input: 'StockInput' },
  organisations: { columns: { externalId: 'text', name: 'text', country: 'text' }, needed: ['externalId', 'name'], argument: 'organisations', field: 'loadOrganisations', input: 'OrganisationInput' },
  customers: {
    columns: { externalId: 'text', name: 'text', email: 'text', country: 'text', organisation: 'text' },
    needed: ['externalId', 'name', 'email'], argument: 'customers', field: 'loadCustomers', input: 'CustomerLoadInput',
  },
} as const satisfies Record<string, RecordShape>;

const READ: { readonly [K in Kind]: (text: string, column: string) => unknown } = {
  text: (text) => text,
  taxClass: (text) => (isTaxClass(text) ? text.toUpperCase() : bad(`taxClass is one of ${TAX_CLASSES.join(', ')}`)),
  decimal: (text, column) => (/^-?\d+(\.\d{1,6})?$/.test(text) ? text : bad(`${column} is a number such as 12 or 2.55`)),
  flag: (text, column) => (/^(true|yes|1)$/i.test(text) ? true : /^(false|no|0)$/i.test(text) ? false : bad(`${column} is true or false`)),
  moment: (text, column) => (Number.isNaN(Date.parse(text)) ? bad(`${column} is a date such as 2026-11-22 or 2026-11-22T08:00:00Z`) : new Date(text).toISOString()),
  words: (text) => text.split(/[\s;|]+/).filter(Boolean),
  units: (text) => text.split(/[\s;|]+/).filter(Boolean).map((word) => ({ uom: word.split('=')[0], factor: word.split('=')[1] })),
};

class BadRow extends Error {}
function bad(message: string): never {
  throw new BadRow(message);
}

/** A row of a file as the load takes it; empty cells are left out, so that they take their defaults. */
export function readRecord(shape: RecordShape): (row: CsvRow) => Row<LoadRecord> {
  return ({ row, record }) => {
    try {
      const missing = shape.needed.find((column) => !record[column]);
      if (missing) bad(`${missing} is missing`);
      const given = Object.entries(record).filter(([, text]) => text !== '');
      return { row, value: Object.fromEntries(given.map(([column, text]) => [column, READ[shape.columns[column] ?? bad(`nobody knows the column ${column}`)](text, column)])) };
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      return { row, code: 'BAD_ROW', message: error.message };
    }
  };
}
