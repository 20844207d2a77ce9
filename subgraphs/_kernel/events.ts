/** A fact that happened to one aggregate; the same row feeds consumers, subscriptions and webhooks. */
export interface DomainEvent {
  readonly id: string;
  readonly accountId: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly payload: EventPayload;
  readonly actorId?: string | null;
  readonly createdAt: Date;
}

/** Ids and facts, never whole documents: readers ask for what they may see. */
export type EventPayload = { readonly [key: string]: unknown };

/** Text, or an amount: those are only for who may see net prices. */
export type Fact = string | { readonly amount: string; readonly currency: string };

/** What a change made of what was there: `changes` of a payload, for whoever keeps the history. */
export interface FactChange {
  readonly field: string;
  /** The part it is a fact of, such as the SKU of a line; absent for the aggregate itself. */
  readonly of?: string;
  readonly from: Fact | null;
  readonly to: Fact | null;
}

/** `audience` of a payload: who alone may learn that it happened. Absent, whoever may read the aggregate. */
export type Audience = 'BUYERS' | 'SELLER';

export type NewEvent = Pick<DomainEvent, 'accountId' | 'aggregateType' | 'aggregateId' | 'aggregateVersion' | 'type' | 'actorId'> & {
  readonly payload?: EventPayload;
  /** A named message destination outside the graph, if this change has one (quotePublished, …). */
  readonly destination?: string;
};
