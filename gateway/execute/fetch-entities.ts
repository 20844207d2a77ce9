import type { ExecutionResult } from 'graphql';
import type { EntitiesNode, EntityTarget } from '../plan.ts';
import { reroute, type SubgraphError } from './errors.ts';
import { noData, pickVariables } from './fetch-root.ts';
import { gather, locate } from './gather.ts';
import { isObject, type JsonObject } from './json.ts';
import { merge } from './merge.ts';
import { represent } from './represent.ts';
import { rewrite } from './rewrite.ts';
import { markFailure, type ExecutionState } from './state.ts';

/** The distinct representations of one target, and for each the objects that wait for it. */
interface Batch {
  readonly target: EntityTarget;
  readonly representations: JsonObject[];
  readonly waiting: JsonObject[][];
}

/** Asks a subgraph for fields of entities found in the response so far; equal entities are asked for once. */
export async function fetchEntities(node: EntitiesNode, state: ExecutionState): Promise<void> {
  const batches = node.targets.map((target) => gatherBatch(target, node.subgraph, state));
  if (batches.every((batch) => batch.representations.length === 0)) return;
  const variables: Record<string, unknown> = pickVariables(node, state) ?? {};
  for (const batch of batches) variables[batch.target.variable] = batch.representations;
  const call = { subgraph: node.subgraph, query: node.operation, operationName: node.operationName, variables, kind: 'query' as const };
  const result = await state.transport.execute(call, state.context);
  for (const batch of batches) take(batch, result, node, state);
  if (result.errors?.length) takeErrors(batches, result.errors, node, state);
}

function gatherBatch(target: EntityTarget, subgraph: string, state: ExecutionState): Batch {
  const batch: Batch = { target, representations: [], waiting: [] };
  const seen = new Map<string, number>();
  const objects = target.paths.flatMap((path) => gather(state.data, path, state.supergraph));
  for (const object of objects) {
    const representation = represent(object, target, subgraph, state);
    if (!representation) continue;
    if (objects.length === 1) return { target, representations: [representation], waiting: [[object]] };
    const identity = identify(representation);
    const known = seen.get(identity);
    if (known === undefined) {
      seen.set(identity, batch.representations.length);
      batch.representations.push(representation);
      batch.waiting.push([object]);
    } else batch.waiting[known]?.push(object);
  }
  return batch;
}

/** Equal for equal representations. Most are flat and need no JSON; the length keeps neighbours apart. */
function identify(representation: JsonObject): string {
  let identity = '';
  for (const key in representation) {
    const value = representation[key];
    if (typeof value !== 'string') return JSON.stringify(representation);
    identity += `${value.length}:${value}`;
  }
  return identity;
}

function take(batch: Batch, result: ExecutionResult, node: EntitiesNode, state: ExecutionState): void {
  if (batch.representations.length === 0) return;
  const entities = result.data?.[batch.target.responseKey];
  if (!Array.isArray(entities)) {
    if (!result.errors?.length) markFailure(state, batch.waiting.flat(), { errors: [noData(node.subgraph)], operation: node.operation, reported: false });
    return;
  }
  if (batch.target.outputRewrites.length > 0) rewrite(entities, batch.target.outputRewrites, state.supergraph);
  batch.waiting.forEach((objects, index) => {
    const entity: unknown = entities[index];
    if (isObject(entity)) for (const object of objects) merge(object, entity, state.supergraph);
    else markFailure(state, objects, { errors: [], operation: node.operation, reported: true, explained: isExplained(batch, index, result) }); // unknown there: what needs its fields cannot be asked
  });
}

const isExplained = (batch: Batch, index: number, { errors }: ExecutionResult): boolean => errors?.some(({ path }) => path?.[0] === batch.target.responseKey && path[1] === index) ?? false;

/** An error about the n-th entity belongs wherever that entity stands; one about the whole call, to every waiting object. */
function takeErrors(batches: readonly Batch[], errors: readonly SubgraphError[], node: EntitiesNode, state: ExecutionState): void {
  const general: SubgraphError[] = [];
  for (const error of errors) {
    const [key, index, ...rest] = error.path ?? [];
    const batch = batches.find((each) => each.target.responseKey === key);
    const objects = typeof index === 'number' ? batch?.waiting[index] : undefined;
    if (!batch || !objects) {
      general.push(error);
      continue;
    }
    const wanted = new Set<object>(objects);
    for (const path of batch.target.paths) {
      for (const place of locate(state.data, path, state.supergraph, wanted)) state.errors.push(reroute(error, [...place, ...rest]));
    }
  }
  if (general.length === 0) return;
  const waiting = batches.flatMap((batch) => batch.waiting.flat());
  markFailure(state, waiting, { errors: general, operation: node.operation, reported: false });
}
