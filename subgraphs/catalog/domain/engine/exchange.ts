import { Decimal } from 'decimal.js';
import type { ExchangeRateFacts, PricingFacts } from './pricing-facts.ts';

const Exact = Decimal.clone({ precision: 60 });
const MICRO_DECIMALS = 6;

export interface Exchange {
  readonly source: string;
  readonly version: number;
  readonly factor: Decimal;
  readonly decimals: number;
  readonly note: string;
}

/** The rate of the day from one currency to another; a pair that is kept the other way round serves too. */
export function exchangeFor({ version, rates }: PricingFacts['exchange'], from: string, to: string, at: Date): Exchange | undefined {
  const direct = lastBefore(rates, from, to, at);
  const row = direct ?? lastBefore(rates, to, from, at);
  if (!row) return undefined;
  return {
    source: `${row.base}/${row.quote}`,
    version,
    factor: direct ? new Exact(row.rate) : new Exact(1).div(row.rate),
    decimals: row.decimals ?? MICRO_DECIMALS,
    note: `1 ${row.base} = ${row.rate} ${row.quote}`,
  };
}

function lastBefore(rates: readonly ExchangeRateFacts[], base: string, quote: string, at: Date): ExchangeRateFacts | undefined {
  let last: ExchangeRateFacts | undefined;
  for (const rate of rates) {
    if (rate.base !== base || rate.quote !== quote || rate.validFrom > at) continue;
    if (!last || rate.validFrom > last.validFrom) last = rate;
  }
  return last;
}
