import { compare, fromMicro } from '#kernel/quantity.ts';

export interface Availability {
  readonly available: string | null;
  readonly onHand: string | null;
  readonly reserved: string | null;
  readonly inStock: boolean;
  readonly quantity: string;
}

export interface Counted {
  readonly onHandMicro: bigint;
  readonly reservedMicro: bigint;
}

/** @returns decimal text in the primary unit; null when the product is not tracked */
export const availableOf = (stock: Counted | undefined): string | null => (stock ? fromMicro(stock.onHandMicro - stock.reservedMicro) : null);

/** @param forSeller what lies there and what others hold is nobody's business but the seller's */
export function availabilityOf(stock: Counted | undefined, quantity: string, forSeller: boolean): Availability {
  const available = availableOf(stock);
  return {
    available,
    onHand: stock && forSeller ? fromMicro(stock.onHandMicro) : null,
    reserved: stock && forSeller ? fromMicro(stock.reservedMicro) : null,
    inStock: available === null || compare(available, quantity) >= 0,
    quantity,
  };
}
