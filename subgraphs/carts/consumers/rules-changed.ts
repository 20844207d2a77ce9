import type { EventPayload } from '#kernel/events.ts';
import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { CartsTables } from '../entities/tables.ts';
import { markStale, type Touched } from '../use-cases/mark-stale.ts';

/** Which carts an event of each kind of rule touches, as far as it tells. */
const RULES: { readonly [aggregateType: string]: { readonly [eventType: string]: (payload: EventPayload) => Touched } } = {
  priceList: {
    PRICES_CHANGED: ({ all, skus }) => (all === true ? {} : { skus: (skus as string[] | undefined) ?? [] }),
    PRICE_LIST_ASSIGNED: () => ({}),
  },
  agreement: { AGREEMENT_CHANGED: ({ accountIds }) => ({ accountIds: accountIds as string[] }) },
  promotion: { PROMOTION_CHANGED: ({ accountIds }) => (Array.isArray(accountIds) ? { accountIds: accountIds as string[] } : {}) },
  taxTable: {
    TAX_RATES_CHANGED: () => ({}),
    TAX_EXEMPTIONS_CHANGED: ({ accountIds }) => ({ accountIds: accountIds as string[] }),
  },
  exchangeRates: { EXCHANGE_RATES_CHANGED: () => ({}) },
  shipping: { SHIPPING_METHODS_CHANGED: () => ({ shipped: true }) },
  sitePricing: { SITE_PRICING_CHANGED: () => ({}) },
  accountGroup: { ACCOUNT_GROUP_CHANGED: ({ accountIds }) => ({ accountIds: accountIds as string[] }) },
};

export const RULE_TYPES: readonly string[] = Object.keys(RULES);

/** What prices are made of has moved: the carts it may concern are out of date. One consumer a kind of rule. */
export const rulesChanged: readonly ConsumerDefinition<CartsTables>[] = Object.entries(RULES).map(([aggregateType, events]) => ({
  name: aggregateType === 'priceList' ? 'carts.pricesChanged' : `carts.${aggregateType}Changed`,
  aggregateType,
  on: Object.fromEntries(Object.entries(events).map(([type, touched]) => [type, (tx, { payload }) => markStale(tx, touched(payload))])) as ConsumerDefinition<CartsTables>['on'],
}));
