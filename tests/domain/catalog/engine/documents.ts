import { microFrom } from '#kernel/money.ts';
import { toMicro } from '#kernel/quantity.ts';
import { priceDocument } from '../../../../subgraphs/catalog/domain/engine/price-document.ts';
import type { PricedDocument } from '../../../../subgraphs/catalog/domain/engine/priced-document.ts';
import type { AgreementFacts, PriceRow, PricingFacts, ProductFacts, PromotionFacts, SiteFacts, TaxRateFacts, TierRule } from '../../../../subgraphs/catalog/domain/engine/pricing-facts.ts';
import type { LineRequest, PricingRequest } from '../../../../subgraphs/catalog/domain/engine/pricing-request.ts';

export const NOW = new Date('2026-05-03T12:00:00Z');
export const EVER = new Date(0);

export type World = Partial<Omit<PricingFacts, 'prices' | 'products' | 'site' | 'lists' | 'taxes'>> & {
  site?: Partial<SiteFacts>;
  /** List, then SKU, then rows or the price of one. */
  prices?: Record<string, Record<string, readonly PriceRow[] | string>>;
  currencies?: Record<string, string>;
  tierRule?: TierRule;
  products?: Record<string, Partial<ProductFacts>>;
  rates?: readonly TaxRateFacts[];
};

export type Question = Partial<Omit<PricingRequest, 'lines'>> & { lines: readonly (Omit<LineRequest, 'id'> & { id?: string })[] };

/** Prices a document in a small world: every SKU that has a price is a product sold in EA and BX. */
export const price = (question: Question, world: World): PricedDocument => priceDocument(requestOf(question), factsOf(world));

export const requestOf = ({ lines, ...more }: Question): PricingRequest => ({
  site: 'default',
  accountId: 'acme',
  guest: false,
  at: NOW,
  mode: 'CART',
  promotionCodes: [],
  ...more,
  lines: lines.map((line, i) => ({ id: `line-${i}`, ...line })),
});

export function factsOf({ site, prices = {}, currencies = {}, tierRule = 'CHEAPEST', products = {}, rates = [], ...more }: World): PricingFacts {
  const bySku = new Map<string, Map<string, readonly PriceRow[]>>();
  for (const [list, skus] of Object.entries(prices)) {
    for (const [sku, rows] of Object.entries(skus)) {
      bySku.set(sku, (bySku.get(sku) ?? new Map()).set(list, typeof rows === 'string' ? [rowOf('1', rows)] : rows));
    }
  }
  const product: ProductFacts = { name: 'A thing', primaryUom: 'EA', uoms: ['EA', 'BX'], sold: true, indivisible: false, returnable: true, taxClass: 'STANDARD', weightMicro: null };
  return {
    site: { mode: 'SITE_LIST', priceList: 'default', currency: 'GBP', pricesIncludeTax: false, country: null, paymentTerm: 'NET30', ...site },
    products: new Map([...new Set([...bySku.keys(), ...Object.keys(products)])].map((sku) => [sku, { ...product, ...products[sku] }])),
    lists: new Map(Object.keys(prices).map((code) => [code, { code, currency: currencies[code] ?? 'GBP', version: 1, tierRule }])),
    openLists: [],
    prices: bySku,
    agreements: new Map(),
    promotions: [],
    uses: new Map(),
    taxes: { version: 1, rates },
    exemptions: [],
    exchange: { version: 1, rates: [] },
    shipping: { version: 1, methods: [] },
    ...more,
  };
}

export const rowOf = (from: string, amount: string, more: Partial<PriceRow> = {}): PriceRow => ({ uom: 'EA', minQuantityMicro: toMicro(from), unitPriceMicro: microFrom(amount), validFrom: EVER, validUntil: null, ...more });

export const agreement = (id: string, more: Partial<AgreementFacts>): AgreementFacts => ({
  id, version: 1, name: id, priceList: null, paymentTerm: null, percentOff: null, amountOffMicro: null, currency: null, validFrom: EVER, validUntil: null, ...more,
});

export const promotion = (id: string, more: Partial<PromotionFacts>): PromotionFacts => ({
  id, version: 1, name: id, code: null, level: 'LINE', kind: 'PERCENT', percentOff: null, amountOffMicro: null, currency: null, buyMicro: null, getMicro: null, getSku: null,
  skus: null, accountIds: null, minQuantityMicro: null, minSubtotalMicro: null, stacking: 'STACKABLE', priority: 0, useLimit: null, useLimitPerCustomer: null, active: true,
  validFrom: EVER, validUntil: null, ...more,
});

export const tax = (code: string, country: string, rate: string, more: Partial<TaxRateFacts> = {}): TaxRateFacts => ({ code, country, region: '', taxClass: 'STANDARD', rate, validFrom: EVER, validUntil: null, ...more });
