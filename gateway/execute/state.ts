import type { CallContext, SubgraphTransport } from '../transport.ts';
import type { Supergraph } from '../supergraph.ts';
import type { SubgraphError, WireError } from './errors.ts';
import type { JsonObject } from './json.ts';

/** Everything one execution of one plan reads and writes. */
export interface ExecutionState {
  readonly transport: SubgraphTransport;
  readonly supergraph: Supergraph;
  readonly context: CallContext;
  /** Coerced, with defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The response so far, in the planner's shape; merged in place. */
  readonly data: JsonObject;
  readonly errors: WireError[];
  /** Objects that miss fields because a fetch brought nothing; read by the projection, which knows the exact paths. */
  failures?: Map<object, Failure[]>;
}

export interface Failure {
  /** None when the subgraph simply does not know the entity. */
  readonly errors: readonly SubgraphError[];
  /** The document of the failed fetch: tells which fields it would have brought. */
  readonly operation: string;
  reported: boolean;
  /** What is missing was taken along by an error that is told at its own path. */
  readonly explained?: boolean;
}

export function markFailure(state: ExecutionState, objects: Iterable<object>, failure: Failure): void {
  const failures = (state.failures ??= new Map());
  for (const object of objects) failures.set(object, [...(failures.get(object) ?? []), failure]);
}
