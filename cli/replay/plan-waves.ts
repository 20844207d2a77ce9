import { withNeeds, type PriceNeeds } from './price-needs.ts';
import type { Sale } from './sale.ts';

/** Invoices that one state of the price list serves, and that may go on at the same time. */
export interface Wave {
  readonly sales: readonly Sale[];
  readonly needs: PriceNeeds;
}

const MOST_SALES = 40;

/**
 * Cuts the sales, in their order, wherever the price list has to change: a product at another price, or the second invoice of
 * a customer, who has one active cart at a time.
 */
export function planWaves(sales: readonly Sale[]): Wave[] {
  const waves: { sales: Sale[]; needs: PriceNeeds; customers: Set<string> }[] = [];
  for (const sale of sales) {
    const { lines, customerId } = sale.invoice;
    const priced = sale.way === 'cart' ? lines : [];
    const wave = waves.at(-1);
    const needs = wave && withNeeds(wave.needs, priced);
    if (wave && needs && wave.sales.length < MOST_SALES && !(customerId && wave.customers.has(customerId))) {
      wave.sales.push(sale);
      wave.needs = needs;
      if (customerId) wave.customers.add(customerId);
    } else {
      waves.push({ sales: [sale], needs: withNeeds(new Map(), priced) ?? new Map(), customers: new Set(customerId ? [customerId] : []) });
    }
  }
  return waves;
}
