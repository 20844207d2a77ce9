import type { ExecutionResult } from 'graphql';
import type { RequestFacts } from '#kernel/viewer.ts';
import type { Deadline } from './deadline.ts';

/** One operation for one subgraph, as the plan wrote it. */
export interface SubgraphCall {
  readonly subgraph: string;
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
  readonly kind: 'query' | 'mutation' | 'subscription';
}

/** What travels with every call made for one request, or for one frame of a subscription. */
export interface CallContext extends RequestFacts {
  /** Passes when the request may take no longer, or when the client has gone. */
  readonly deadline: Deadline;
  /** Client headers that configuration lets through, lower case. */
  readonly forwarded: Readonly<Record<string, string>>;
  /** One object for each request or frame: what may be kept (a subgraph's loaders) is kept under it, never longer. */
  readonly cacheKey: object;
}

/** The boundary to subgraphs. `execute` never throws for a subgraph's failure: it returns errors with a code. */
export interface SubgraphTransport {
  execute(call: SubgraphCall, context: CallContext): Promise<ExecutionResult>;
  subscribe(call: SubgraphCall, context: CallContext): AsyncIterable<ExecutionResult>;
  close?(): Promise<void>;
}
