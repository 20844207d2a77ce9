import type { GraphQLSchema } from 'graphql';
import { serveSubgraph, type ServedSubgraph } from '#kernel/serve-subgraph.ts';
import type { RunningSubgraph } from '#kernel/subgraph.ts';

/** One Apollo Server with one schema, on the same HTTP integration that our subgraphs use. */
export function serveWhole(schema: GraphQLSchema, contextFor: () => object): Promise<ServedSubgraph> {
  const whole = { name: 'whole', schema, contextFor, subscribe: neverWatched } as unknown as RunningSubgraph;
  return serveSubgraph(whole, { port: 0 });
}

function neverWatched(): never {
  throw new Error('This is only asked, not watched.');
}
