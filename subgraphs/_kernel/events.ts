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

export type NewEvent = Pick<DomainEvent, 'accountId' | 'aggregateType' | 'aggregateId' | 'aggregateVersion' | 'type' | 'actorId'> & {
  readonly payload?: EventPayload;
  /** A named message destination outside the graph, if this change has one (quotePublished, …). */
  readonly destination?: string;
};
