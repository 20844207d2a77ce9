import type { DomainEvent } from '#kernel/events.ts';

/** Takes effect of one event; must be safe to call again with the same one. */
export type Consumer = (event: DomainEvent) => Promise<void>;
/** Promises of those who take effect of many events at once: each is kept when the event has taken effect. */
export type Acknowledgements = readonly Promise<void>[];
export type Listener = (event: DomainEvent) => void;
export type Hearer = (message: unknown) => void;
export type History = (aggregateType: string, aggregateId: string, afterVersion: number) => Promise<DomainEvent[]>;

/** Carries events from the relay of one subgraph to consumers (each event takes effect once) and live feeds (best effort). */
export interface Bus {
  /** Resolves when every consumer of the event has taken effect of it, with what collectors have yet to acknowledge; rejects when a consumer could not. */
  publish(event: DomainEvent): Promise<Acknowledgements>;
  consume(aggregateTypes: readonly string[], consumer: Consumer): void;
  /** For who takes effect of many events at once: it is handed the next ones before it has acknowledged the first. */
  collect(aggregateTypes: readonly string[], collector: Consumer): void;
  /** @returns a function that ends the listening */
  listen(aggregateType: string, listener: Listener): () => void;
  /** Says something that is true now and kept nowhere: whoever hears hears it, best effort. */
  tell(topic: string, message: unknown): void;
  /** @returns a function that ends the hearing */
  hear(topic: string, hearer: Hearer): () => void;
  /** Who can tell the past of an aggregate type: its owner. */
  offerHistory(aggregateTypes: readonly string[], history: History): void;
  history: History;
}

export interface InProcessBus extends Bus {
  /** How many feeds listen now. */
  listening(): number;
  /** How many have ever begun to. */
  listened(): number;
}

/**
 * The bus of a single process: delivery is a call, and the relay marks an event only after all calls have returned.
 * @param everyoneListens nothing is published before: an event whose consumers are not there yet would count as delivered
 */
export function inProcessBus(everyoneListens?: Promise<void>): InProcessBus {
  const consumers = new Map<string, Consumer[]>();
  const collectors = new Map<string, Consumer[]>();
  const listeners = new Map<string, Set<Listener>>();
  const hearers = new Map<string, Set<Hearer>>();
  const histories = new Map<string, History>();
  let listened = 0;

  return {
    async publish(event) {
      if (everyoneListens) await everyoneListens;
      for (const listener of listeners.get(event.aggregateType) ?? []) listener(event);
      const collected = (collectors.get(event.aggregateType) ?? []).map((collect) => acknowledged(collect(event))); // before what follows from it
      const errors: unknown[] = [];
      for (const consume of consumers.get(event.aggregateType) ?? []) await consume(event).catch((error: unknown) => errors.push(error)); // the others do not go without
      if (errors.length > 0) throw errors[0];
      return collected;
    },
    consume(aggregateTypes, consumer) {
      for (const type of aggregateTypes) consumers.set(type, [...(consumers.get(type) ?? []), consumer]);
    },
    collect(aggregateTypes, collector) {
      for (const type of aggregateTypes) collectors.set(type, [...(collectors.get(type) ?? []), collector]);
    },
    listen(aggregateType, listener) {
      const set = listeners.get(aggregateType) ?? new Set();
      listeners.set(aggregateType, set.add(listener));
      listened += 1;
      return () => void set.delete(listener);
    },
    tell(topic, message) {
      for (const hearer of hearers.get(topic) ?? []) hearer(message);
    },
    hear(topic, hearer) {
      const set = hearers.get(topic) ?? new Set();
      hearers.set(topic, set.add(hearer));
      return () => void set.delete(hearer);
    },
    listening: () => [...listeners.values()].reduce((count, set) => count + set.size, 0),
    listened: () => listened,
    offerHistory(aggregateTypes, history) {
      for (const type of aggregateTypes) histories.set(type, history);
    },
    async history(aggregateType, aggregateId, afterVersion) {
      return (await histories.get(aggregateType)?.(aggregateType, aggregateId, afterVersion)) ?? [];
    },
  };
}

/** Whoever publishes without waiting for it must not fall over a failure. */
function acknowledged(promise: Promise<void>): Promise<void> {
  promise.catch(() => undefined);
  return promise;
}
