import type { Path } from '../plan.ts';
import type { Supergraph } from '../supergraph.ts';
import type { ErrorPath } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';

/** The objects at a path of the plan, through lists and lists of lists; an object reached twice comes twice. */
export function gather(root: JsonObject, path: Path, supergraph: Supergraph): JsonObject[] {
  const found: JsonObject[] = [];
  collect(root, path, 0, supergraph, found);
  return found;
}

function collect(value: unknown, path: Path, at: number, supergraph: Supergraph, found: JsonObject[]): void {
  if (Array.isArray(value)) {
    const next = path[at] === '@' ? at + 1 : at; // one '@' stands for a list of any depth
    for (const item of value) collect(item, path, Array.isArray(item) ? at : next, supergraph, found);
    return;
  }
  if (!isObject(value)) return;
  const step = path[at];
  if (step === undefined) found.push(value);
  else if (step === '@') collect(value, path, at + 1, supergraph, found);
  else if ('key' in step) collect(value[step.key], path, at + 1, supergraph, found);
  else if (matches(value, step.types, supergraph)) collect(value, path, at + 1, supergraph, found);
}

/** Where in the response the wanted objects are. Only errors ask, so the hot path need not carry positions. */
export function locate(root: JsonObject, path: Path, supergraph: Supergraph, wanted: ReadonlySet<object>): ErrorPath[] {
  const found: ErrorPath[] = [];
  const search = (value: unknown, at: number, here: (string | number)[]): void => {
    if (Array.isArray(value)) {
      const next = path[at] === '@' ? at + 1 : at;
      value.forEach((item, index) => search(item, Array.isArray(item) ? at : next, [...here, index]));
      return;
    }
    if (!isObject(value)) return;
    const step = path[at];
    if (step === undefined) {
      if (wanted.has(value)) found.push(here);
    } else if (step === '@') search(value, at + 1, here);
    else if ('key' in step) search(value[step.key], at + 1, [...here, step.key]);
    else if (matches(value, step.types, supergraph)) search(value, at + 1, here);
  };
  search(root, 0, []);
  return found;
}

/** An object without a type name is taken: the plan would have asked for the name if it mattered. */
export function matches(object: JsonObject, types: readonly string[], supergraph: Supergraph): boolean {
  const name = object.__typename;
  if (typeof name !== 'string') return true;
  for (const type of types) if (supergraph.isA(name, type)) return true;
  return false;
}
