import { refuse } from '#kernel/errors.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import { completeUnits, type CompleteUnit, type UnitRecord } from './complete-units.ts';
import type { ItemType, ModelKind } from './item-types.ts';
import type { TaxClass } from './tax-classes.ts';

export interface ProductRecord {
  readonly sku: string;
  readonly name: string;
  readonly description?: string | null;
  readonly primaryUom?: string | null;
  /** Units that need no factor, by code alone. */
  readonly uoms?: readonly string[] | null;
  readonly units?: readonly UnitRecord[] | null;
  readonly itemType?: ItemType | null;
  readonly modelKind?: ModelKind | null;
  readonly taxClass?: TaxClass | null;
  readonly indivisible?: boolean | null;
  readonly returnable?: boolean | null;
  readonly serialControlled?: boolean | null;
  readonly shippable?: boolean | null;
  readonly weight?: string | null;
  readonly minQuantity?: string | null;
  readonly stepQuantity?: string | null;
  readonly packSize?: string | null;
  readonly categories?: readonly string[] | null;
}

export interface CompleteProduct {
  readonly sku: string;
  readonly name: string;
  readonly description: string | null;
  readonly primaryUom: string;
  readonly units: readonly CompleteUnit[];
  readonly itemType: ItemType;
  readonly modelKind: ModelKind | null;
  readonly taxClass: TaxClass;
  readonly indivisible: boolean;
  readonly returnable: boolean;
  readonly serialControlled: boolean;
  readonly shippable: boolean;
  readonly weightMicro: bigint | null;
  readonly minQuantityMicro: bigint | null;
  readonly stepQuantityMicro: bigint | null;
  readonly packSizeMicro: bigint | null;
  /** Null: where it stands is not said, so it stays there. */
  readonly categories: readonly string[] | null;
}

export const DEFAULT_UOM = 'EA';
const LONGEST_SKU = 100;

/** Fills in what the records of one load leave open; refuses a bad one, and a SKU that came before. */
export function createProductCompleter(categories: ReadonlySet<string>): (record: ProductRecord) => CompleteProduct {
  const came = new Set<string>();
  return (record) => {
    const { sku, name } = record;
    if (sku === '' || sku !== sku.trim() || sku.length > LONGEST_SKU) throw wrong(`A SKU has 1 to ${LONGEST_SKU} characters and no blanks around it.`);
    if (came.has(sku)) throw wrong(`${sku} is in an earlier row already.`);
    came.add(sku);
    if (name.trim() === '') throw wrong('The name is empty.');
    const strange = record.categories?.find((category) => !categories.has(category));
    if (strange !== undefined) throw wrong(`There is no category ${strange}.`);

    const itemType = record.itemType ?? 'STANDARD';
    const modelKind = record.modelKind ?? null;
    if (modelKind !== null && itemType !== 'MODEL') throw wrong(`${sku} is ${itemType}: only a MODEL has a modelKind.`);
    const primaryUom = record.primaryUom ?? DEFAULT_UOM;
    return {
      sku,
      name,
      description: record.description ?? null,
      primaryUom,
      units: completeUnits(primaryUom, [...(record.units ?? []), ...plainUnits(record)]),
      itemType,
      modelKind,
      taxClass: record.taxClass ?? 'STANDARD',
      indivisible: record.indivisible ?? false,
      returnable: record.returnable ?? true,
      serialControlled: record.serialControlled ?? false,
      shippable: record.shippable ?? itemType !== 'SERVICE',
      weightMicro: microAboveZero('weight', record.weight),
      minQuantityMicro: microAboveZero('minQuantity', record.minQuantity),
      stepQuantityMicro: microAboveZero('stepQuantity', record.stepQuantity),
      packSizeMicro: microAboveZero('packSize', record.packSize),
      categories: record.categories ?? null,
    };
  };
}

/** A unit that is named with its factor need not be named again without. */
const plainUnits = ({ uoms, units }: ProductRecord): UnitRecord[] => (uoms ?? []).filter((uom) => !units?.some((unit) => unit.uom === uom)).map((uom) => ({ uom }));

function microAboveZero(what: string, text: string | null | undefined): bigint | null {
  if (text == null) return null;
  const micro = toMicro(readQuantity(text));
  if (micro === 0n) throw wrong(`${what} is more than zero, or left out.`);
  return micro;
}

const wrong = (message: string): Error => refuse('BAD_USER_INPUT', message);
