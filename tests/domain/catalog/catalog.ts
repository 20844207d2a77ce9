import { graphql } from 'graphql';
import { inProcessBus, type Bus } from '#kernel/bus.ts';
import { fakeClock, type FakeClock } from '#kernel/clock.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CatalogContext } from '../../../subgraphs/catalog/context.ts';
import { readCatalogConfig } from '../../../subgraphs/catalog/config.ts';
import { catalogSubgraph } from '../../../subgraphs/catalog/subgraph.ts';

export const OLGA: Viewer = { id: 'olga', kind: 'ADMINISTRATOR', accountId: 'seller', permissions: [] };
export const BEA: Viewer = { id: 'bea', kind: 'BUYER', accountId: 'acme', permissions: ['VIEW_NET_PRICE'] };
export const BEN: Viewer = { id: 'ben', kind: 'BUYER', accountId: 'acme', permissions: [] };

// oxlint-disable-next-line no-explicit-any
type Data = Record<string, any>;

export interface Catalog extends AsyncDisposable {
  readonly clock: FakeClock;
  readonly bus: Bus;
  as(viewer: Viewer | null): CatalogContext;
  ask(viewer: Viewer | null, query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The code and details of the first error. */
  refused(viewer: Viewer | null, query: string, variables?: Record<string, unknown>): Promise<{ code: unknown; details: unknown }>;
}

/** The catalog alone, in memory, with the products of the demo; peers' fields included. */
export async function openCatalog(): Promise<Catalog> {
  const clock = fakeClock();
  const bus = inProcessBus();
  const running = await catalogSubgraph({ demo: true, catalog: readCatalogConfig({}) }).run({ dataDir: ':memory:', bus, clock, peers: () => Promise.reject(new Error('The catalog asks nobody.')), log: () => undefined });
  const as = (viewer: Viewer | null): CatalogContext => running.contextFor({ viewer, requestId: 'test' }) as CatalogContext;
  const answer = (viewer: Viewer | null, source: string, variableValues?: Record<string, unknown>) =>
    graphql({ schema: running.schema, source, variableValues, contextValue: as(viewer) });
  return {
    clock,
    bus,
    as,
    async ask(viewer, query, variables) {
      const { data, errors } = await answer(viewer, query, variables);
      if (errors || !data) throw new Error(`Refused: ${JSON.stringify(errors)}`);
      return data;
    },
    async refused(viewer, query, variables) {
      const error = (await answer(viewer, query, variables)).errors?.[0];
      if (!error) throw new Error('This was answered, but should have been refused.');
      return { code: error.extensions.code, details: error.extensions.details };
    },
    [Symbol.asyncDispose]: () => running.stop(),
  };
}
