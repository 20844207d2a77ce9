import type { ReplayedSale } from './replay-sale.ts';
import { ruleOf } from '../uci/codes.ts';
import type { Sale } from './sale.ts';

/** What a replay came to. */
export interface ReplayTally {
  readonly orders: number;
  readonly refused: number;
  readonly guests: number;
  readonly quotes: number;
  readonly lines: number;
  readonly serviceLines: number;
  readonly versionsSeen: number;
  readonly versionsCoalesced: number;
  /** How often the list had to change on the way, and by how many prices. */
  readonly priceChanges: number;
  readonly pricesLoaded: number;
}

export const newTally = (): ReplayTally => ({ orders: 0, refused: 0, guests: 0, quotes: 0, lines: 0, serviceLines: 0, versionsSeen: 0, versionsCoalesced: 0, priceChanges: 0, pricesLoaded: 0 });

export function addSale(tally: ReplayTally, { invoice, way }: Sale, done: ReplayedSale | undefined): ReplayTally {
  if (!done) return { ...tally, refused: tally.refused + 1 };
  return {
    ...tally,
    orders: tally.orders + 1,
    guests: tally.guests + (invoice.customerId === undefined ? 1 : 0),
    quotes: tally.quotes + (way === 'quote' ? 1 : 0),
    lines: tally.lines + done.lines,
    serviceLines: tally.serviceLines + invoice.lines.filter(({ sku }) => ruleOf(sku).kind !== 'goods').length,
    versionsSeen: tally.versionsSeen + done.versionsSeen,
    versionsCoalesced: tally.versionsCoalesced + done.versionsCoalesced,
  };
}
