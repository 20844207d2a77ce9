import type { Kysely } from '@mikro-orm/sqlite';
import { isLimited, readCode } from '../domain/engine/admit-promotions.ts';
import type { PricingFacts, SiteFacts } from '../domain/engine/pricing-facts.ts';
import type { PricingRequest } from '../domain/engine/pricing-request.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readAgreements, readExemptions, readOpenLists, readUses } from './read-account-terms.ts';
import { withFactors, withParts } from './read-composition.ts';
import { priceFactsReader, productFactsReader } from './read-product-facts.ts';
import { createRuleBook, type RuleBook } from './read-rule-book.ts';

export type PricingFactsReader = (request: PricingRequest) => Promise<PricingFacts>;

const DEFAULT_CURRENCY = 'GBP';

/**
 * All that a document's price depends on: at most one statement a table, however many lines; what the request cannot need
 * is not asked. One a process: it keeps compiled statements and the rules.
 */
export function createPricingFactsReader(sql: Kysely<CatalogTables>, sitePriceList: string): PricingFactsReader {
  const ruleBook = createRuleBook(sql);
  const readProducts = productFactsReader(sql);
  const readPrices = priceFactsReader(sql);
  return async (request) => {
    const book = await ruleBook();
    const site = siteOf(book, request, sitePriceList);
    const { accountId, guest, lines } = request;
    const entered = new Set(request.promotionCodes.map(readCode));
    const promotions = book.promotions.filter(({ code }) => code === null || entered.has(code));
    const limited = promotions.filter(isLimited).map(({ id }) => id);
    const agreementIds = [request.agreementId, ...lines.map((line) => line.agreementId)].filter((id) => id != null);

    const agreements = agreementIds.length === 0 ? new Map<string, never>() : await readAgreements(sql, accountId, [...new Set(agreementIds)]);
    const openLists = guest || site.mode === 'SITE_LIST' ? [] : await readOpenLists(sql, accountId, request.site);
    const codes = new Set([site.priceList, ...openLists, ...[...agreements.values()].flatMap(({ priceList }) => priceList ?? [])]);
    const skus = new Set(lines.map(({ sku }) => sku));
    const named = await readProducts(request.site, [...skus, ...promotions.flatMap(({ getSku }) => (getSku === null || skus.has(getSku) ? [] : getSku))]);
    const composed = await withParts(sql, named, (missing) => readProducts(request.site, missing));
    const { lists, prices } = await readPrices([...codes], [...new Set([...skus, ...composed.partSkus])]);
    const products = await withFactors(sql, composed.products, prices, lines);
    return {
      site,
      products,
      lists,
      prices,
      openLists,
      agreements,
      promotions,
      uses: limited.length === 0 ? new Map() : await readUses(sql, accountId, limited),
      taxes: book.taxes,
      exemptions: book.taxes.rates.length === 0 || (!request.shipTo && site.country === null && lines.every((line) => !line.shipTo)) ? [] : await readExemptions(sql, accountId),
      exchange: book.exchange,
      shipping: book.shipping,
    };
  };
}

/** A site that nobody set up sells from the list of the configuration. */
function siteOf({ sites, currencies }: RuleBook, { site }: PricingRequest, priceList: string): SiteFacts {
  const currency = currencies.get(priceList) ?? DEFAULT_CURRENCY;
  return sites.get(site) ?? { mode: 'SITE_LIST', priceList, currency, pricesIncludeTax: false, country: null, paymentTerm: null };
}
