import type { Supergraph } from '../supergraph.ts';
import { isObject, type JsonObject } from './json.ts';

/** Merges what a fetch brought into what is there, in place. Two subgraphs may bring the same field: a value beats null. */
export function merge(target: JsonObject, source: JsonObject, supergraph: Supergraph): void {
  for (const key in source) {
    const incoming = source[key];
    const present = target[key];
    if (present === undefined) {
      if (key !== '__proto__') target[key] = incoming;
    } else if (incoming !== present) target[key] = join(key, present, incoming, supergraph);
  }
}

function join(key: string, present: unknown, incoming: unknown, supergraph: Supergraph): unknown {
  if (incoming === null || incoming === undefined) return present;
  if (present === null) return incoming;
  // An interface object answers with the interface's name: the concrete name, once known, stays.
  if (key === '__typename') return supergraph.isAbstract(String(incoming)) ? present : incoming;
  if (Array.isArray(present) && Array.isArray(incoming)) return joinLists(present, incoming, supergraph);
  if (isObject(present) && isObject(incoming) && key !== '__proto__') {
    merge(present, incoming, supergraph);
    return present;
  }
  return incoming;
}

function joinLists(present: unknown[], incoming: unknown[], supergraph: Supergraph): unknown[] {
  incoming.forEach((item, index) => {
    if (index >= present.length) present.push(item);
    else present[index] = join('', present[index], item, supergraph);
  });
  return present;
}
