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

/** Fills in what the records of one load leave open; refuses a bad one, and a price that came before. */
export function createPriceCompleter(products: ReadonlyMap<string, Sold>): (record: PriceRecord) => CompletePrice {
  const came = new Set<string>();
  return (record) => {
    const { sku } = record;
    const product = products.get(sku);
    if (!product) throw refuse('UNKNOWN_SKU', `There is no product ${sku}.`);
    const uom = record.uom ?? product.primaryUom;
    if (!product.uoms.includes(uom)) throw refuse('UNKNOWN_UOM', `${sku} is not sold in ${uom}.`);

    const minQuantityMicro = toMicro(readQuantity(record.minQuantity ?? '1'));
    if (minQuantityMicro === 0n) throw wrong('The quantity a price begins at is more than zero.');
    const unitPriceMicro = microFrom(record.unitPrice);
    if (unitPriceMicro < 0n) throw wrong('A price is zero or more.');
    const validFrom = record.validFrom ?? SINCE_EVER;
    const validUntil = record.validUntil ?? null;
    if (validUntil && validUntil <= validFrom) throw wrong('validUntil is after validFrom.');

    const key = `${sku}\n${uom}\n${minQuantityMicro}\n${validFrom.getTime()}`;
    if (came.has(key)) throw wrong('The same product, unit, quantity and start are in an earlier row already.');
    came.add(key);
    return { sku, uom, minQuantityMicro, unitPriceMicro, validFrom, validUntil };
  };
}

const wrong = (message: string): Error => refuse('BAD_USER_INPUT', message);
