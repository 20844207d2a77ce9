import type { ExecutionResult } from 'graphql';
import type { FetchNode } from '../plan.ts';
import { reroute, type SubgraphError } from './errors.ts';
import { gather, locate } from './gather.ts';
import { isObject, type JsonObject } from './json.ts';
import { merge } from './merge.ts';
import { rewrite } from './rewrite.ts';
import { markFailure, type ExecutionState } from './state.ts';

/** Asks a subgraph for fields of a root type. */
export async function fetchRoot(node: FetchNode, state: ExecutionState): Promise<void> {
  const call = { subgraph: node.subgraph, query: node.operation, operationName: node.operationName, variables: pickVariables(node, state), kind: node.operationKind };
  takeRoot(node, await state.transport.execute(call, state.context), state);
}

/** Merges the answer at the root, or under a field that leads back to a root type. */
export function takeRoot(node: FetchNode, result: ExecutionResult, state: ExecutionState): void {
  const places = node.at.length === 0 ? [state.data] : gather(state.data, node.at, state.supergraph);
  const data = isObject(result.data) ? result.data : undefined;
  if (result.errors?.length) takeErrors(node, result.errors, data !== undefined, places, state);
  else if (!data) markFailure(state, places, { errors: [noData(node.subgraph)], operation: node.operation, reported: false });
  if (!data) return;
  rewrite(data, node.outputRewrites, state.supergraph);
  for (const place of places) merge(place, data, state.supergraph);
}

function takeErrors(node: FetchNode, errors: readonly SubgraphError[], hasData: boolean, places: JsonObject[], state: ExecutionState): void {
  const pathless = errors.filter((error) => !error.path?.length);
  if (pathless.length > 0) markFailure(state, places, { errors: pathless, operation: node.operation, reported: false });
  else if (!hasData) markFailure(state, places, { errors: [], operation: node.operation, reported: true, explained: true });
  const prefixes = node.at.length === 0 ? [[]] : locate(state.data, node.at, state.supergraph, new Set(places));
  for (const error of errors) {
    if (error.path?.length) for (const prefix of prefixes) state.errors.push(reroute(error, [...prefix, ...error.path]));
  }
}

export function pickVariables(node: { variables: readonly string[] }, state: ExecutionState): Record<string, unknown> | undefined {
  if (node.variables.length === 0) return undefined;
  const picked: Record<string, unknown> = {};
  for (const name of node.variables) if (name in state.variables) picked[name] = state.variables[name];
  return picked;
}

export const noData = (subgraph: string): SubgraphError => ({
  message: `The subgraph ${subgraph} answered without data.`,
  extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
});
