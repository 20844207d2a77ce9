import type { PriceAnswer, StockAnswer, TaxAnswer } from '../domain/outside-answer.ts';

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

export interface InventorySource {
  availability(lines: readonly StockLine[]): Promise<StockAnswer[]>;
  /** @returns how many kept answers are gone */
  forget(skus: readonly string[]): number;
}

export interface TaxQuestion {
  readonly accountId: string;
  readonly currency: string;
  readonly at: Date;
  readonly shipTo: { readonly country: string; readonly region?: string | null; readonly postalCode?: string | null };
  /** `amount` is what is taxed of the line, decimal text. */
  readonly lines: readonly { readonly id: string; readonly sku: string; readonly quantity: string; readonly amount: string }[];
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
