import type { Money } from '#kernel/money.ts';

/** An order or a quote of this store, as whoever asks may see it. */
export interface OwnDocument {
  readonly cursor: string;
  readonly id: string;
  readonly number: string;
  readonly placedAt: string;
  readonly status: string;
  readonly total: Money;
}

export interface OwnList {
  readonly rows: readonly OwnDocument[];
  readonly hasMore: boolean;
}
