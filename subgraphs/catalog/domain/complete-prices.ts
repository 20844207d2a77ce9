import { refuse } from '#kernel/errors.ts';
import { microFrom } from '#kernel/money.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import type { PriceRow } from './engine/pricing-facts.ts';

export interface PriceRecord {
  readonly sku: string;
  readonly uom?: string | null;
  readonly minQuantity?: string | null;
  readonly unitPrice: string;
  readonly validFrom?: Date | null;
  readonly validUntil?: Date | null;
}

export interface CompletePrice extends PriceRow {
  readonly sku: string;
}

interface Sold {
  readonly primaryUom: string;
  readonly uoms: readonly string[];
}

/** Stands for "valid since ever". */
const SINCE_EVER = new Date(0);

/** Fills in what a record leaves open; refuses the whole load for one bad row, naming it. */
export function completePrices(records: readonly PriceRecord[], products: ReadonlyMap<string, Sold>): CompletePrice[] {
  const rowOf = new Map<string, number>();
  return records.map((record, row) => {
    const { sku } = record;
    const wrong = (message: string): Error => refuse('BAD_USER_INPUT', `Row ${row}: ${message}`, { row, sku });
    const product = products.get(sku);
    if (!product) throw wrong(`there is no product ${sku}.`);
    const uom = record.uom ?? product.primaryUom;
    if (!product.uoms.includes(uom)) throw wrong(`${sku} is not sold in ${uom}.`);

    const minQuantityMicro = toMicro(readQuantity(record.minQuantity ?? '1'));
    if (minQuantityMicro === 0n) throw wrong('the quantity a price begins at is more than zero.');
    const unitPriceMicro = microFrom(record.unitPrice);
    if (unitPriceMicro < 0n) throw wrong('a price is zero or more.');
    const validFrom = record.validFrom ?? SINCE_EVER;
    const validUntil = record.validUntil ?? null;
    if (validUntil && validUntil <= validFrom) throw wrong('validUntil is after validFrom.');

    const key = JSON.stringify([sku, uom, String(minQuantityMicro), validFrom]);
    if (rowOf.has(key)) throw wrong(`the same product, unit, quantity and start are in row ${rowOf.get(key)} already.`);
    rowOf.set(key, row);
    return { sku, uom, minQuantityMicro, unitPriceMicro, validFrom, validUntil };
  });
}
