import type { Invoice, InvoiceLine } from '../uci/read-invoices.ts';

/** The price each product must have at each quantity: by SKU, by quantity, in millionths of a pound. */
export type PriceNeeds = Map<string, Map<number, bigint>>;

/**
 * Adds the prices of some lines to what a price list must say. @returns undefined when no one price list can: two prices at one
 * quantity, or a larger quantity at a higher price (a list sells at the cheapest tier that the quantity reaches)
 */
export function withNeeds(needs: PriceNeeds, lines: readonly InvoiceLine[]): PriceNeeds | undefined {
  const merged: PriceNeeds = new Map(needs);
  for (const sku of new Set(lines.map((line) => line.sku))) {
    const quantities = new Map(needs.get(sku));
    for (const line of lines) {
      if (line.sku !== sku) continue;
      const known = quantities.get(line.quantity);
      if (known !== undefined && known !== line.price) return undefined;
      quantities.set(line.quantity, line.price);
    }
    if (!fallsWithQuantity(quantities)) return undefined;
    merged.set(sku, quantities);
  }
  return merged;
}

export const fitsOneList = (invoice: Invoice): boolean => withNeeds(new Map(), invoice.lines) !== undefined;

function fallsWithQuantity(prices: ReadonlyMap<number, bigint>): boolean {
  const rising = [...prices].sort(([a], [b]) => a - b).map(([, price]) => price);
  return rising.every((price, i) => i === 0 || price <= (rising[i - 1] ?? price));
}

/** The steps a list needs for these prices: each begins at the first quantity of its price, the first at one. */
export function stepsOf(prices: ReadonlyMap<number, bigint>): [from: number, price: bigint][] {
  const steps: [number, bigint][] = [];
  for (const [quantity, price] of [...prices].sort(([a], [b]) => a - b)) {
    if (steps.length === 0) steps.push([1, price]);
    else if (steps.at(-1)?.[1] !== price) steps.push([quantity, price]);
  }
  return steps;
}

/** The price at a quantity by its steps. */
export const priceAt = (steps: Iterable<readonly [from: number, price: bigint]>, quantity: number): bigint | undefined => {
  let price: bigint | undefined;
  for (const [from, next] of steps) if (from <= quantity) price = next;
  return price;
};
