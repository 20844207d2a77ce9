/*
 * The query plan in our own words: what the walker executes. The planner translates into it, so another planner
 * would need only another translation.
 */
export type PlanNode = SequenceNode | ParallelNode | FetchNode | EntitiesNode | SubscriptionNode;

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'parallel';
  readonly nodes: readonly PlanNode[];
}

interface Upstream {
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly variables: readonly string[];
}

/** Fields of a root type; merged into the root of the response, or into every object at `at`. */
export interface FetchNode extends Upstream {
  readonly kind: 'fetch';
  readonly operationKind: 'query' | 'mutation' | 'subscription';
  readonly at: Path;
  readonly outputRewrites: readonly Rewrite[];
}

/** Fields of entities already in the response; one upstream call may serve several places. */
export interface EntitiesNode extends Upstream {
  readonly kind: 'entities';
  readonly targets: readonly EntityTarget[];
}

export interface SubscriptionNode {
  readonly kind: 'subscription';
  readonly primary: FetchNode;
}

export interface EntityTarget {
  readonly responseKey: string;
  readonly variable: string;
  readonly paths: readonly Path[];
  readonly requires: readonly Requirement[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
}

export type Path = readonly PathStep[];
/** A response key, every item of a list, or only objects of these types. */
export type PathStep = { readonly key: string } | { readonly types: readonly string[] } | '@';

/** What a representation must carry. `from` is the key in our data, `to` the key the subgraph expects. */
export type Requirement =
  | { readonly kind: 'field'; readonly from: string; readonly to: string; readonly selections?: readonly Requirement[] }
  | { readonly kind: 'fragment'; readonly type: string; readonly selections: readonly Requirement[] };

export type Rewrite =
  | { readonly kind: 'set'; readonly path: readonly RewriteStep[]; readonly value: unknown }
  | { readonly kind: 'rename'; readonly path: readonly RewriteStep[]; readonly to: string };
export type RewriteStep = { readonly key: string } | { readonly types: readonly string[] };
