import type { HoldAnswer, PriceAnswer, StockAnswer, TaxAnswer, TotalAnswer } from '../domain/outside-answer.ts';
import type { OutsideTold } from '../domain/outside-hold.ts';
import type { TaxedThing } from '../domain/tax-from-outside.ts';

/*
 * What may come from the seller's own systems. Answers come one a line, in the order asked, and a port never rejects: a
 * system that is down, slow or lying is an answer too, and its cause is in the log.
 */

export interface PriceLine {
  readonly sku: string;
  readonly uom: string;
  /** Decimal text. */
  readonly quantity: string;
}

export interface PriceQuestion {
  /** Whose prices; null for someone who is not signed in. */
  readonly accountId: string | null;
  readonly currency: string;
  readonly at: Date;
  readonly lines: readonly PriceLine[];
  /** Asks the system itself, whatever is kept of earlier answers. */
  readonly force: boolean;
}

export interface PriceSource {
  prices(question: PriceQuestion): Promise<PriceAnswer[]>;
  /** @returns how many kept answers are gone */
  forget(items: readonly PriceItem[]): number;
  /** What an order comes to that is about to be placed. */
  total(question: OrderTotalQuestion): Promise<TotalAnswer>;
}

/** All amounts are decimal text. */
export interface OrderTotalQuestion {
  /** The id of the checkout. */
  readonly orderId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly at: Date;
  readonly lines: readonly (PriceLine & { readonly unitPrice: string; readonly discount: string })[];
  readonly shipping: string;
  readonly tax: string;
  /** Whether the prices of the lines include the tax. */
  readonly taxIncluded: boolean;
}

/** What is left open means all. */
export interface PriceItem {
  readonly sku: string;
  readonly uom?: string | null;
  readonly accountId?: string | null;
}

export interface StockLine {
  readonly sku: string;
  readonly uom: string;
  /** The moment it is needed; now when left out. */
  readonly on?: Date;
  readonly force: boolean;
}

export interface OutsideReservation {
  /** The id of the checkout. */
  readonly id: string;
  readonly accountId: string;
  /** When the outside system lets go by itself, if it hears nothing. */
  readonly expiresAt: Date;
  readonly lines: readonly { readonly sku: string; readonly uom: string | null; readonly quantity: string }[];
}

export interface InventorySource {
  availability(lines: readonly StockLine[]): Promise<StockAnswer[]>;
  /** Puts stock aside: all lines or none. The same again holds once. */
  reserve(reservation: OutsideReservation): Promise<HoldAnswer>;
  /** Says what became of a reservation, any number of times. UNHEARD: tell it again; LOST: it cannot commit what it no longer has. */
  tell(reservationId: string, told: OutsideTold): Promise<'DONE' | 'LOST' | 'UNHEARD'>;
  /** @returns how many kept answers are gone */
  forget(skus: readonly string[]): number;
}

export interface TaxQuestion {
  readonly accountId: string;
  readonly currency: string;
  readonly at: Date;
  readonly pricesIncludeTax: boolean;
  /** Whether the buyer says to owe none; what an account is exempt from is the system's to know. */
  readonly exempt: boolean;
  readonly lines: readonly TaxedThing[];
}

export interface TaxProvider {
  taxes(question: TaxQuestion): Promise<TaxAnswer[]>;
}

/** Null where the built-in tables and rules answer. */
export interface OutsideSystems {
  readonly prices: PriceSource | null;
  readonly inventory: InventorySource | null;
  readonly taxes: TaxProvider | null;
  close(): Promise<void>;
}
