import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { EventPayload } from '#kernel/events.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { markStale } from '../use-cases/mark-stale.ts';

/** Everything a price is made of, by the aggregate whose events tell that it moved. */
export const PRICE_AGGREGATES = ['priceList', 'agreement', 'promotion', 'taxTable', 'exchangeRates', 'shipping', 'sitePricing', 'accountGroup'] as const;

/** Something that prices are made of moved: quotes that follow them are out of date. */
export const pricesMoved: readonly ConsumerDefinition<QuotesTables>[] = PRICE_AGGREGATES.map((aggregateType) => ({
  name: `quotes.${aggregateType}Moved`,
  aggregateType,
  on: (tx, { payload }) => markStale(tx, aggregateType === 'priceList' ? concerned(payload) : 'all'),
}));

/** Only price lists name all the products they touched: a promotion names those it is for now, not those it was for. */
const concerned = ({ all, skus }: EventPayload): readonly string[] | 'all' => (all !== true && Array.isArray(skus) ? (skus as string[]) : 'all');
