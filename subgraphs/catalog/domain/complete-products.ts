import { refuse } from '#kernel/errors.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';

export interface ProductRecord {
  readonly sku: string;
  readonly name: string;
  readonly description?: string | null;
  readonly primaryUom?: string | null;
  readonly uoms?: readonly string[] | null;
  readonly indivisible?: boolean | null;
  readonly returnable?: boolean | null;
  readonly serialControlled?: boolean | null;
  /** Kilograms of a primary unit. */
  readonly weight?: string | null;
}

export interface CompleteProduct {
  readonly sku: string;
  readonly name: string;
  readonly description: string | null;
  readonly primaryUom: string;
  readonly uoms: string[];
  readonly indivisible: boolean;
  readonly returnable: boolean;
  readonly serialControlled: boolean;
  readonly weightMicro: bigint | null;
}

export const DEFAULT_UOM = 'EA';
const LONGEST_SKU = 100;
const UOM = /^[A-Z0-9]{1,8}$/;

/** Fills in what a record leaves open; refuses the whole load for one bad row, naming it. */
export function completeProducts(records: readonly ProductRecord[]): CompleteProduct[] {
  const rowOf = new Map<string, number>();
  return records.map((record, row) => {
    const wrong = (message: string): Error => refuse('BAD_USER_INPUT', `Row ${row}: ${message}`, { row, sku: record.sku });
    const { sku, name } = record;
    if (sku === '' || sku !== sku.trim() || sku.length > LONGEST_SKU) throw wrong(`a SKU has 1 to ${LONGEST_SKU} characters and no blanks around it.`);
    if (rowOf.has(sku)) throw wrong(`${sku} is in row ${rowOf.get(sku)} already.`);
    if (name.trim() === '') throw wrong('the name is empty.');
    rowOf.set(sku, row);

    const primaryUom = record.primaryUom ?? DEFAULT_UOM;
    const uoms = [...new Set([primaryUom, ...(record.uoms ?? [])])];
    const bad = uoms.find((uom) => !UOM.test(uom));
    if (bad !== undefined) throw wrong(`${bad} is not a unit of measure code such as EA or MTR.`);
    return {
      sku,
      name,
      description: record.description ?? null,
      primaryUom,
      uoms,
      indivisible: record.indivisible ?? false,
      returnable: record.returnable ?? true,
      serialControlled: record.serialControlled ?? false,
      weightMicro: record.weight == null ? null : toMicro(readQuantity(record.weight)),
    };
  });
}
