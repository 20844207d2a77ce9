import type { Tx } from '#kernel/database.ts';
import type { CatalogTables } from '../entities/tables.ts';

/** All that processes keep in memory; see read-rule-book.ts. */
export const RULES = 'rules';
/** Whatever a product is: its units, its parts, where it is sold. */
export const PRODUCTS = 'products';
export type RuleSet = 'taxTable' | 'exchangeRates' | 'shipping' | `group ${string}`;

/** Tells every process, with the commit, that the rules it keeps are out of date. */
export const touchRules = (tx: Tx<CatalogTables>): Promise<number> => bump(tx, RULES);

/** Tells that products are not what they were, to whoever relies on prices of before; see read-standing.ts. */
export const touchProducts = (tx: Tx<CatalogTables>): Promise<number> => bump(tx, PRODUCTS);

/** @returns the new version of the set, for its event */
export async function touchRuleSet(tx: Tx<CatalogTables>, set: RuleSet): Promise<number> {
  await touchRules(tx);
  return bump(tx, set);
}

async function bump({ sql }: Tx<CatalogTables>, name: string): Promise<number> {
  const { version } = await sql
    .insertInto('RuleVersion')
    .values({ name, version: 1 })
    .onConflict((oc) => oc.column('name').doUpdateSet((eb) => ({ version: eb('RuleVersion.version', '+', 1) })))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
