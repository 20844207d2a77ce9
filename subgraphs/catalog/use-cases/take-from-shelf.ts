import type { OptionChoice } from '#kernel/option-choice.ts';
import type { Kysely } from '@mikro-orm/sqlite';
import { refuse } from '#kernel/errors.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';
import { configureParts, isConfigured, type ConfiguredPart } from '../domain/configure-parts.ts';
import { roundedUp } from '../domain/convert-quantity.ts';
import { expandLines, type PartsByParent } from '../domain/expand-kits.ts';
import { sumStockLines, type AskedLine, type StockLine } from '../domain/held-lines.ts';
import type { OptionClass } from '../domain/option-classes.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readProducts } from './read-catalog.ts';
import { readParts } from './read-parts.ts';
import { factorOf, readUnits } from './read-units.ts';

/** What lines come to on the shelf: in primary units, kits and models taken apart, one line a thing, in the order everybody takes them. */
export async function takeFromShelf(sql: Kysely<CatalogTables>, lines: readonly AskedLine[]): Promise<StockLine[]> {
  const skus = [...new Set(lines.map(({ sku }) => sku))];
  const needsUnits = lines.some(({ uom }) => uom != null);
  const units = needsUnits ? await readUnits(sql, skus) : new Map();
  const parts = await readParts(sql, skus);
  const chosenOf = lines.filter(({ configuration }) => configuration?.length).map(({ sku }) => sku);
  const models = chosenOf.length === 0 ? new Map<string, never>() : await readProducts(sql, [...new Set(chosenOf)]);
  const onShelf = lines.map(({ sku, quantity, uom, configuration }) => {
    const configured = configuration?.length ? configure(sku, parts, models.get(sku)?.optionClasses ?? [], configuration) : undefined;
    if (uom == null || !units.has(sku)) return { sku, quantity, configured };
    const factor = factorOf(units.get(sku), uom);
    if (!factor) throw refuse('UNKNOWN_UOM', `${sku} is not sold in ${uom}.`, { sku, uom });
    return { sku, quantity: fromMicro(roundedUp(toMicro(quantity), factor)), configured };
  });
  return sumStockLines(expandLines(onShelf, parts));
}

/** What a model is made of as it was chosen; refused when it cannot be had like this any more. */
export function configure(sku: string, parts: PartsByParent, optionClasses: readonly OptionClass[], configuration: readonly OptionChoice[]): readonly ConfiguredPart[] {
  const configured = configureParts({ parts: parts.get(sku), optionClasses }, configuration);
  if (isConfigured(configured)) return configured;
  throw refuse('CONFIGURATION_INVALID', `${sku} cannot be had with what was chosen any more.`, { ...configured, model: sku });
}
