import { fromMicro, toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { roundedUp } from '../domain/convert-quantity.ts';
import { explodeParts } from '../domain/explode-parts.ts';
import type { AskedLine } from '../domain/held-lines.ts';
import { isComposed, type ItemType, type ModelKind } from '../domain/item-types.ts';
import { readProducts } from './read-catalog.ts';
import { readParts } from './read-parts.ts';
import { factorOf, readUnits } from './read-units.ts';
import { configure } from './take-from-shelf.ts';

export interface ComponentOfLine {
  readonly sku: string;
  readonly name: string;
  readonly itemType: ItemType;
  readonly uom: string;
  /** How much one of what it is in takes, and all of the line, in the unit. */
  readonly ratio: string;
  readonly quantity: string;
  readonly depth: number;
  readonly shippable: boolean;
  readonly serialControlled: boolean;
}

export interface Composition {
  readonly itemType: ItemType | null;
  readonly modelKind: ModelKind | null;
  /** Each before what is in it. */
  readonly components: readonly ComponentOfLine[];
}

const UNKNOWN: Composition = { itemType: null, modelKind: null, components: [] };

/** What lines of kits and models are put together of, in the order asked: a few statements, whatever the number of lines. [ORD-47] */
export async function readCompositions({ db: { sql } }: CatalogContext, lines: readonly AskedLine[]): Promise<Composition[]> {
  const products = await readProducts(sql, [...new Set(lines.map(({ sku }) => sku))]);
  const composed = [...products.values()].filter(({ itemType }) => isComposed(itemType)).map(({ sku }) => sku);
  const bare = ({ sku }: AskedLine): Composition => ({ ...UNKNOWN, itemType: products.get(sku)?.itemType ?? null, modelKind: products.get(sku)?.modelKind ?? null });
  if (composed.length === 0) return lines.map(bare);

  const parts = await readParts(sql, composed);
  const below = [...parts.values()].flat().flatMap(({ componentSku, optionClass }) => (optionClass == null ? componentSku : [componentSku, optionClass]));
  const [known, units] = await Promise.all([readProducts(sql, [...new Set(below)]), readUnits(sql, composed)]);
  const classes = new Set([...known.values()].filter(({ itemType }) => itemType === 'OPTION_CLASS').map(({ sku }) => sku));

  return lines.map((line) => {
    const { sku, configuration } = line;
    if (!parts.has(sku)) return bare(line);
    const asChosen = configuration?.length ? new Map(parts).set(sku, configure(sku, parts, products.get(sku)?.optionClasses ?? [], configuration)) : parts;
    const factor = line.uom == null ? undefined : factorOf(units.get(sku), line.uom);
    const quantityMicro = factor ? roundedUp(toMicro(line.quantity), factor) : toMicro(line.quantity);
    const components = explodeParts(sku, asChosen, classes).flatMap(({ sku: part, depth, ratioMicro, share }): ComponentOfLine[] => {
      const product = known.get(part);
      if (!product) return [];
      const { name, itemType, primaryUom: uom, shippable, serialControlled } = product;
      return [{ sku: part, name, itemType, uom, ratio: fromMicro(ratioMicro), quantity: fromMicro(roundedUp(quantityMicro, share)), depth, shippable: shippable && itemType !== 'OPTION_CLASS', serialControlled }];
    });
    return { ...bare(line), components };
  });
}
