import { Kind, parse, type SelectionNode } from 'graphql';
import { createLru } from '../lru.ts';
import { reroute } from './errors.ts';
import type { ExecutionState } from './state.ts';

/** A field is missing: if a fetch for its object failed, the client is told at the field's own path. @returns whether another path tells why */
export function reportFailure(object: object, key: string, state: ExecutionState, path: readonly (string | number)[]): boolean {
  const failures = state.failures?.get(object);
  const failure = failures?.find((each) => fieldsOf(each.operation).has(key)) ?? failures?.find((each) => each.errors.length > 0);
  if (!failure) return false;
  failure.reported = true;
  for (const error of failure.errors) state.errors.push(reroute(error, [...path]));
  return failure.explained ?? false;
}

/** What failed without leaving a hole the client can see is told as well, without a path. */
export function reportTheRest(state: ExecutionState): void {
  if (!state.failures) return;
  for (const failure of new Set([...state.failures.values()].flat())) {
    if (failure.reported) continue;
    for (const error of failure.errors) state.errors.push(reroute(error, undefined));
  }
}

const known = createLru<ReadonlySet<string>>(500);

/** Response keys a fetch brings to its object, the entities' type conditions opened. */
function fieldsOf(operation: string): ReadonlySet<string> {
  const cached = known.get(operation);
  if (cached) return cached;
  const keys = new Set<string>();
  const document = parse(operation, { noLocation: true });
  const visit = (selections: readonly SelectionNode[]): void => {
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) visit(node.selectionSet.selections);
      else if (node.kind === Kind.FIELD && node.name.value === '_entities') visit(node.selectionSet?.selections ?? []);
      else if (node.kind === Kind.FIELD) keys.add(node.alias?.value ?? node.name.value);
      else visit(document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value ? each.selectionSet.selections : [])));
    }
  };
  for (const definition of document.definitions) if (definition.kind === Kind.OPERATION_DEFINITION) visit(definition.selectionSet.selections);
  known.set(operation, keys);
  return keys;
}
