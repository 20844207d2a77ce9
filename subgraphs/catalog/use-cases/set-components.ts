import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { allOrRefuse, judgeRows } from '#kernel/load-rows.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { findCycle } from '../domain/find-cycle.ts';
import { completeOptionClasses, type OptionClassRecord } from '../domain/option-classes.ts';
import { isComposed } from '../domain/item-types.ts';
import type { Component } from '../entities/component.ts';
import type { Product } from '../entities/product.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readProducts } from './read-catalog.ts';
import { readParts } from './read-parts.ts';
import { touchProducts } from './touch-rules.ts';

export interface ComponentRecord {
  readonly sku: string;
  readonly ratio: string;
  readonly optional?: boolean | null;
  readonly optionClass?: string | null;
  readonly isDefault?: boolean | null;
}

const MOST = 200;

/** Says anew what a kit, model or option class is made of, and what may be chosen of it. Said twice it is the same. */
export function setComponents({ db }: CatalogContext, parentSku: string, records: readonly ComponentRecord[], classes: readonly OptionClassRecord[] = []): Promise<Product> {
  if (records.length > MOST) throw refuse('BAD_USER_INPUT', `A product has at most ${MOST} components.`, { sku: parentSku });
  return db.transact(async (tx) => {
    const products = await readProducts(tx.sql, [parentSku, ...records.map(({ sku }) => sku)]);
    const parent = products.get(parentSku);
    if (!parent) throw refuse('UNKNOWN_SKU', `There is no product ${parentSku}.`, { sku: parentSku });
    if (!isComposed(parent.itemType)) throw refuse('BAD_USER_INPUT', `${parentSku} is ${parent.itemType}: only kits, models and option classes have components.`, { sku: parentSku });
    const rows = allOrRefuse(judgeRows(records, ({ sku }) => sku, createComponentReader(parentSku, products)), 'sku');
    await tx.sql.deleteFrom('Component').where('parentSku', '=', parentSku).execute();
    if (rows.length > 0) await tx.sql.insertInto('Component').values(rows.map((row, position) => ({ ...row, position }))).execute();
    await touchProducts(tx);
    await refuseCycle(tx, parentSku);
    const optionClasses = completeOptionClasses(classes, rows);
    await tx.sql.updateTable('Product').set({ optionClasses }).where('sku', '=', parentSku).execute();
    return { ...parent, optionClasses };
  });
}

function createComponentReader(parentSku: string, products: ReadonlyMap<string, Product>): (record: ComponentRecord) => Omit<Component, 'position'> {
  const came = new Set<string>();
  const defaults = new Set<string>();
  return ({ sku, ratio, optional, optionClass, isDefault }) => {
    if (!products.has(sku)) throw refuse('UNKNOWN_SKU', `There is no product ${sku}.`);
    if (came.has(sku)) throw refuse('BAD_USER_INPUT', `${sku} is in an earlier row already.`);
    came.add(sku);
    const ratioMicro = toMicro(readQuantity(ratio));
    if (ratioMicro === 0n) throw refuse('BAD_USER_INPUT', 'A ratio is more than zero.');
    if (optionClass && isDefault && defaults.has(optionClass)) throw refuse('BAD_USER_INPUT', `The class ${optionClass} has a default already.`);
    if (optionClass && isDefault) defaults.add(optionClass);
    return { parentSku, componentSku: sku, ratioMicro, optional: optional ?? false, optionClass: optionClass ?? null, isDefault: isDefault ?? false };
  };
}

async function refuseCycle({ sql }: Tx<CatalogTables>, parentSku: string): Promise<void> {
  const parts = await readParts(sql, [parentSku]);
  const cycle = findCycle(parentSku, (sku) => parts.get(sku)?.map(({ componentSku }) => componentSku) ?? []);
  if (cycle) throw refuse('BAD_USER_INPUT', `${parentSku} would contain itself: ${cycle.join(' > ')}.`, { sku: parentSku, cycle });
}
