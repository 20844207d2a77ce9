import type { PriceRecord } from '../own/catalog-row.ts';
import { priceText, type Ladder } from '../uci/ladder.ts';
import { priceAt, stepsOf, type PriceNeeds } from './price-needs.ts';

/** Quantities at which the feed began prices that the catalog's own ladder does not have, by SKU. */
export type ExtraSteps = Readonly<Record<string, readonly number[]>>;

/** The prices of the day. Pure: it says what to load and remembers what the list then holds. */
export interface PriceFeed {
  /** What must be loaded so that the list sells at these prices. */
  pricesFor(needs: PriceNeeds): PriceRecord[];
  /** What must be loaded so that the list is the catalog's again. */
  pricesAfter(now: Date): PriceRecord[];
  extraSteps(): ExtraSteps;
}

/** @param extra steps of an earlier run that was cut short: they are in the list still */
export function createPriceFeed(ladders: ReadonlyMap<string, Ladder>, extra: ExtraSteps = {}): PriceFeed {
  const extras = new Map(Object.entries(extra).map(([sku, quantities]) => [sku, new Set(quantities)]));
  const held = new Map<string, Map<number, bigint>>();

  /** The rows that differ from what we know is there. */
  function changes(sku: string, rows: ReadonlyMap<number, bigint>): PriceRecord[] {
    const known = held.get(sku);
    held.set(sku, new Map([...(known ?? []), ...rows]));
    return [...rows].filter(([from, price]) => known?.get(from) !== price).map(([from, price]) => recordOf(sku, from, price));
  }

  return {
    pricesFor(needs) {
      return [...needs].flatMap(([sku, prices]) => {
        const steps = stepsOf(prices);
        const ladder = ladders.get(sku);
        const own = extras.get(sku) ?? new Set();
        for (const [from] of steps) if (!ladder?.has(from)) own.add(from);
        if (own.size > 0) extras.set(sku, own);
        const begins = [...new Set([...(ladder?.keys() ?? []), ...own])];
        return changes(sku, new Map(begins.map((from) => [from, priceAt(steps, from) ?? 0n])));
      });
    },
    pricesAfter(now) {
      const records: PriceRecord[] = [];
      for (const sku of new Set([...held.keys(), ...extras.keys()])) {
        const ladder: Ladder = ladders.get(sku) ?? new Map();
        records.push(...changes(sku, ladder));
        for (const from of extras.get(sku) ?? []) records.push({ ...recordOf(sku, from, held.get(sku)?.get(from) ?? 0n), validUntil: now.toISOString() });
      }
      held.clear();
      extras.clear();
      return records;
    },
    extraSteps: () => Object.fromEntries([...extras].map(([sku, quantities]) => [sku, [...quantities]])),
  };
}

const recordOf = (sku: string, from: number, price: bigint): PriceRecord => ({ sku, minQuantity: String(from), unitPrice: priceText(price), validUntil: null });
