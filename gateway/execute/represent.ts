import type { EntityTarget, Requirement } from '../plan.ts';
import type { Supergraph } from '../supergraph.ts';
import { isObject, type JsonObject } from './json.ts';
import { rewrite } from './rewrite.ts';
import type { ExecutionState } from './state.ts';

/**
 * What a subgraph needs to find an entity and compute its fields; undefined when there is no complete key, or when
 * something the fields require could not be fetched. Null is a value for a required field, never for a key.
 */
export function represent(object: JsonObject, target: EntityTarget, subgraph: string, state: ExecutionState): JsonObject | undefined {
  const { supergraph } = state;
  const representation: JsonObject = {};
  const gaps = fill(representation, object, object.__typename, target.requires, supergraph);
  if (representation.__typename === undefined) return undefined; // no fragment of the plan fits this type
  if (target.inputRewrites.length > 0) rewrite(representation, target.inputRewrites, supergraph);
  if (gaps && !isUsable(representation, object, target, subgraph, state)) return undefined;
  return representation;
}

/** Copies the required fields; true when one of them was null or missing, anywhere. */
function fill(into: JsonObject, from: JsonObject, type: unknown, requires: readonly Requirement[], supergraph: Supergraph): boolean {
  let gaps = false;
  for (const need of requires) {
    if (need.kind === 'fragment') {
      if (typeof type !== 'string' || supergraph.isA(type, need.type)) gaps = fill(into, from, type, need.selections, supergraph) || gaps;
      continue;
    }
    const value = from[need.from];
    if (value === undefined || value === null) gaps = true;
    if (value === undefined) continue;
    const nested = need.selections ? copy(value, need.selections, supergraph) : undefined;
    if (nested?.gaps) gaps = true;
    into[need.to] = nested ? nested.value : value;
  }
  return gaps;
}

function copy(value: unknown, selections: readonly Requirement[], supergraph: Supergraph): { value: unknown; gaps: boolean } {
  if (Array.isArray(value)) {
    const items = value.map((item) => copy(item, selections, supergraph));
    return { value: items.map((item) => item.value), gaps: items.some((item) => item.gaps) };
  }
  if (!isObject(value)) return { value, gaps: value === null || value === undefined };
  const into: JsonObject = {};
  // Behind an interface or union the subgraph must be told the type: the plan fetched it, but does not list it.
  if (value.__typename !== undefined && selections.some((need) => need.kind === 'fragment')) into.__typename = value.__typename;
  const gaps = fill(into, value, value.__typename, selections, supergraph);
  return { value: into, gaps };
}

/** The slow path, for a representation with a gap: is a key still whole, and is nothing missing because a fetch failed? */
function isUsable(representation: JsonObject, object: JsonObject, target: EntityTarget, subgraph: string, { supergraph, failures }: ExecutionState): boolean {
  const keys = supergraph.keysOf(subgraph, String(representation.__typename));
  if (keys.length > 0 && !keys.some((key) => key.every((need) => holds(representation, need)))) return false;
  if (!failures?.has(object)) return true; // what is absent was not asked for: a condition said no
  const keyFields = new Set(keys.flat().map((need) => (need.kind === 'field' ? need.to : '')));
  return !misses(object, object.__typename, target.requires, supergraph, keyFields);
}

function holds(value: unknown, need: Requirement): boolean {
  if (Array.isArray(value)) return value.every((item) => holds(item, need));
  if (!isObject(value)) return false;
  if (need.kind === 'fragment') return need.selections.every((each) => holds(value, each));
  const field = value[need.to];
  if (field === null || field === undefined) return false;
  return need.selections?.every((each) => holds(field, each)) ?? true;
}

/** Is a required field absent? A field of a key may be: another key can do. */
function misses(value: unknown, type: unknown, requires: readonly Requirement[], supergraph: Supergraph, keyFields?: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((item) => misses(item, isObject(item) ? item.__typename : undefined, requires, supergraph, keyFields));
  if (!isObject(value)) return false;
  return requires.some((need) => {
    if (need.kind === 'fragment') return (typeof type !== 'string' || supergraph.isA(type, need.type)) && misses(value, type, need.selections, supergraph, keyFields);
    if (keyFields?.has(need.to)) return false;
    const field = value[need.from];
    if (field === undefined) return true;
    const fieldType = isObject(field) ? field.__typename : undefined;
    return need.selections !== undefined && misses(field, fieldType, need.selections, supergraph);
  });
}
