import type { EntitySchema } from '@mikro-orm/core';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { buildSubgraph, type SchemaParts } from '#kernel/build-subgraph.ts';
import type { Bus } from '#kernel/bus.ts';
import type { Clock } from '#kernel/clock.ts';
import { openDatabase, type Database } from '#kernel/database.ts';
import { startForgetting } from '#kernel/forget-old.ts';
import type { TakeoverDefinition } from '#kernel/takeover.ts';
import { TakeoverResolver } from '#kernel/takeover-resolver.ts';
import { serveRoute, type HttpRoute, type ServedRoute } from '#kernel/http-route.ts';
import { startConsumer, type ConsumerDefinition } from '#kernel/inbox.ts';
import type { Migration } from '#kernel/migrations.ts';
import { eventsAfter } from '#kernel/outbox.ts';
import { peersFor, type AskPeer, type PeerTransport } from '#kernel/peers.ts';
import { startRelay, type Relay } from '#kernel/relay.ts';
import { sharedSubscribe, type Subscribe } from '#kernel/subscribe.ts';
import type { RequestFacts, Viewer } from '#kernel/viewer.ts';

/** What a subgraph gets from the process it runs in. */
export interface Host {
  /** Folder of the SQLite files, or ":memory:". */
  readonly dataDir: string;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly peers: PeerTransport;
  readonly log: (message: string, facts: Record<string, unknown>) => void;
}

/** What every resolver and use case of a subgraph finds in its context. */
export interface BaseContext<Tables> extends RequestFacts {
  readonly db: Database<Tables>;
  readonly bus: Bus;
  readonly clock: Clock;
  /** For files that are kept beside the database; ":memory:" when nothing is kept. */
  readonly dataDir: string;
  readonly ask: AskPeer;
  /** For what nobody waits for and somebody must learn of. */
  readonly log: Host['log'];
  /** For work that outlives its request: asks on behalf of whoever began it. */
  readonly askAs: (facts: RequestFacts) => AskPeer;
}

export interface SubgraphDefinition<Tables, Context extends BaseContext<Tables>> extends SchemaParts<Context> {
  readonly name: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly Migration[];
  /** Aggregate types whose history this subgraph owns. */
  readonly aggregates: readonly string[];
  readonly context: (base: BaseContext<Tables>) => Context;
  readonly consumers: readonly ConsumerDefinition<Tables>[];
  /** What becomes of its data when an account becomes another; left out by who has none. */
  readonly takeover?: (context: Context) => TakeoverDefinition<Tables>;
  /** What it answers over plain HTTP. */
  readonly routes?: readonly HttpRoute<Context>[];
  /** Resolves when no work is under way that events have begun and that goes on after them. */
  readonly idle?: (services: Context) => Promise<void>;
  /** Work on a schedule and first data; returns what ends it. */
  readonly start?: (services: Context) => Promise<(() => Promise<void> | void) | void>;
}

/** A subgraph that is up: its schema, its way to make a context, its live side. */
export interface RunningSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  contextFor(facts: RequestFacts): unknown;
  readonly subscribe: Subscribe;
  readonly routes: readonly ServedRoute[];
  readonly relay: Relay;
  /** Resolves when every event was delivered, and what they began has ended. */
  idle(): Promise<void>;
  readonly db: Pick<Database<object>, 'kernel' | 'orm'>;
  stop(): Promise<void>;
}

export interface Subgraph {
  readonly name: string;
  readonly build: () => Promise<{ schema: GraphQLSchema; sdl: string }>;
  readonly run: (host: Host) => Promise<RunningSubgraph>;
}

/** Facts of work that no request asked for: schedules, seeds, sagas. */
export const SYSTEM: RequestFacts = { viewer: null, requestId: 'system' };

export function defineSubgraph<Tables, Context extends BaseContext<Tables>>(definition: SubgraphDefinition<Tables, Context>): Subgraph {
  const resolvers = definition.takeover ? ([...definition.resolvers, TakeoverResolver] as const) : definition.resolvers;
  const build = (): Promise<{ schema: GraphQLSchema; sdl: string }> => buildSubgraph({ ...definition, resolvers: [...resolvers] });

  async function run(host: Host): Promise<RunningSubgraph> {
    const { schema, sdl } = await build();
    const db = await openDatabase<Tables>({
      entities: definition.entities,
      migrations: definition.migrations,
      file: host.dataDir === ':memory:' ? ':memory:' : join(host.dataDir, `${definition.name}.sqlite`),
    });
    await db.suspensions.reload();
    const askAs = (facts: RequestFacts): AskPeer => peersFor(host.peers, facts);
    function contextFor(asked: RequestFacts): Context {
      const facts = db.suspensions.present(asked);
      const context = definition.context({ ...facts, db: writesFor(db, facts.viewer), bus: host.bus, clock: host.clock, dataDir: host.dataDir, ask: askAs(facts), askAs, log: host.log });
      return definition.takeover ? Object.defineProperty(context, 'takeover', { get: () => definition.takeover?.(context) }) : context;
    }

    host.bus.offerHistory(definition.aggregates, (type, id, after) => eventsAfter(db.kernel, type, id, after));
    for (const consumer of definition.consumers) startConsumer(db, host.bus, consumer);
    const relay = startRelay(db, host.bus, (error, event) =>
      host.log(event.parkedAt ? 'an event was given up after many attempts and parked' : 'an event could not be delivered and will be tried again', { subgraph: definition.name, event: event.id, type: event.type, error: String(error) }),
    );
    const stopForgetting = startForgetting(db, (error) => host.log('old events could not be forgotten', { subgraph: definition.name, error: String(error) }));
    const end = await definition.start?.(contextFor(SYSTEM));

    return {
      name: definition.name,
      schema,
      sdl,
      contextFor,
      subscribe: sharedSubscribe(schema, contextFor),
      routes: (definition.routes ?? []).map((route) => serveRoute(route, contextFor)),
      relay,
      async idle() {
        await relay.drained();
        await definition.idle?.(contextFor(SYSTEM));
      },
      db,
      async stop() {
        await end?.();
        stopForgetting();
        await relay.stop();
        await db.close();
      },
    };
  }

  return { name: definition.name, build, run };
}

/** Nothing is written for a viewer who is suspended: asked in the transaction, for a request may have begun before. */
function writesFor<Tables>(db: Database<Tables>, viewer: Viewer | null): Database<Tables> {
  if (!viewer) return db;
  return {
    ...db,
    transact: (work) =>
      db.transact((tx) => {
        db.suspensions.refuse(viewer);
        return work(tx);
      }),
  };
}
