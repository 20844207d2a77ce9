import { execute, parse, type DocumentNode, type ExecutionResult } from 'graphql';
import type { PeerTransport } from '#kernel/peers.ts';
import type { RunningSubgraph } from '#kernel/subgraph.ts';

/** Questions between subgraphs of one process: no wire, documents parsed once. */
export function localPeers(running: ReadonlyMap<string, Pick<RunningSubgraph, 'schema' | 'contextFor'>>): PeerTransport {
  const documents = new Map<string, DocumentNode>();

  return async ({ subgraph, query, variables }, facts): Promise<ExecutionResult> => {
    const peer = running.get(subgraph);
    if (!peer) throw new Error(`There is no subgraph ${subgraph} in this process.`);
    const document = documents.get(query) ?? parse(query, { noLocation: true });
    documents.set(query, document); // peers' documents are constants of the code: a few dozen
    return execute({ schema: peer.schema, document, variableValues: variables, contextValue: peer.contextFor(facts) });
  };
}
