import type { Kysely } from '@mikro-orm/sqlite';
import { find } from '#kernel/statement.ts';
import type { PricingFacts, SiteFacts } from '../domain/engine/pricing-facts.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { RULES } from './touch-rules.ts';

/** The rules that are the same for everybody and change seldom. */
export interface RuleBook extends Pick<PricingFacts, 'promotions' | 'taxes' | 'exchange' | 'shipping'> {
  readonly sites: ReadonlyMap<string, SiteFacts>;
  /** Of every price list, by code. */
  readonly currencies: ReadonlyMap<string, string>;
}

/**
 * Reads the rules once and keeps them; each question costs one look at their version, which moves in the transaction of
 * every change. The version is read first, so rules that changed in between are read again next time.
 */
export function createRuleBook(sql: Kysely<CatalogTables>): () => Promise<RuleBook> {
  let kept: { version: number; book: RuleBook } | undefined;
  return async () => {
    const version = (await find(sql, selectVersion, { name: RULES }))[0]?.version ?? 0;
    if (kept?.version !== version) kept = { version, book: await readRuleBook(sql) };
    return kept.book;
  };
}

const selectVersion = (sql: Kysely<CatalogTables>, { name }: { name: string }) => sql.selectFrom('RuleVersion').select('version').where('name', '=', name);

async function readRuleBook(sql: Kysely<CatalogTables>): Promise<RuleBook> {
  const versions = new Map((await sql.selectFrom('RuleVersion').selectAll().execute()).map(({ name, version }) => [name, version]));
  const versionOf = (name: string): number => versions.get(name) ?? 0;
  const sites = await sql.selectFrom('SitePricing').selectAll().execute();
  const lists = await sql.selectFrom('PriceList').select(['code', 'currency']).execute();
  const promotions = await sql.selectFrom('Promotion').selectAll().where('active', '=', true).orderBy('id').execute();
  const taxes = await sql.selectFrom('TaxRate').selectAll().execute();
  const rates = await sql.selectFrom('ExchangeRate').selectAll().execute();
  const methods = await sql.selectFrom('ShippingMethod').selectAll().where('active', '=', true).orderBy('code').execute();
  return {
    sites: new Map(sites.map(({ country, paymentTerm, ...site }) => [site.site, { ...site, country: country ?? null, paymentTerm: paymentTerm ?? null }])),
    currencies: new Map(lists.map(({ code, currency }) => [code, currency])),
    promotions: promotions.map(explicit),
    taxes: { version: versionOf('taxTable'), rates: taxes },
    exchange: { version: versionOf('exchangeRates'), rates: rates.map(explicit) },
    shipping: { version: versionOf('shipping'), methods: methods.map(explicit) },
  };
}

/** The types of the tables say "null or missing", the rules say null. */
type Explicit<Row> = { [K in keyof Row]-?: undefined extends Row[K] ? Exclude<Row[K], undefined> | null : Row[K] };
export const explicit = <Row extends object>(row: Row): Explicit<Row> => row as Explicit<Row>;
