import { startsWith, wireError, type ErrorPath } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';
import { reportFailure } from './report-failures.ts';
import type { CompositeShape, LeafShape, ListShape, ObjectShape, Shape } from './shape.ts';
import type { ExecutionState } from './state.ts';

/** Cuts the client's answer out of the merged data. Null where a null may not be climbs to the nearest parent that may be null. */
export function project(shape: ObjectShape, state: ExecutionState): JsonObject | null {
  return projectObject(state.data, shape, state, []) ?? null;
}

/** Returned instead of null when the parent must become null too. */
const BUBBLE = undefined;

function complete(value: unknown, shape: Shape, state: ExecutionState, path: (string | number)[], field: string): unknown {
  const result =
    value === null || value === undefined ? null
    : shape.kind === 'leaf' ? projectLeaf(value, shape)
    : shape.kind === 'list' ? projectList(value, shape, state, path, field)
    : projectComposite(value, shape, state, path);
  if (!shape.nonNull) return result ?? null;
  if (result === null) addNullError(state, path, field);
  return result ?? BUBBLE;
}

const projectLeaf = (value: unknown, { allowed }: LeafShape): unknown => (allowed && !allowed.has(value as string) ? null : value);

function projectList(value: unknown, shape: ListShape, state: ExecutionState, path: (string | number)[], field: string): unknown {
  if (!Array.isArray(value)) return null;
  const items: unknown[] = Array.from({ length: value.length });
  for (let index = 0; index < value.length; index++) {
    path.push(index);
    const item = complete(value[index], shape.of, state, path, field);
    path.pop();
    if (item === BUBBLE) return BUBBLE;
    items[index] = item;
  }
  return items;
}

function projectComposite(value: unknown, shape: CompositeShape, state: ExecutionState, path: (string | number)[]): unknown {
  if (!isObject(value)) return null;
  const found = shape.only ?? shape.forType(typeof value.__typename === 'string' ? value.__typename : undefined);
  return found ? projectObject(value, found, state, path) : null;
}

function projectObject(source: JsonObject, shape: ObjectShape, state: ExecutionState, path: (string | number)[]): JsonObject | undefined {
  const target: JsonObject = {};
  for (const field of shape.fields) {
    if (!field.shape) {
      if (shape.typename === null) {
        addNullError(state, [...path, field.key], `${field.parent}.__typename`);
        return BUBBLE;
      }
      target[field.key] = shape.typename;
      continue;
    }
    const value = source[field.key];
    path.push(field.key);
    const explained = value === undefined && state.failures !== undefined && reportFailure(source, field.key, state, path);
    const completed = explained && field.shape.nonNull ? BUBBLE : complete(value, field.shape, state, path, field.name);
    path.pop();
    if (completed === BUBBLE) return BUBBLE;
    target[field.key] = completed;
  }
  return target;
}

/** A null that a subgraph has explained, at this path or below, needs no second error. */
function addNullError(state: ExecutionState, path: ErrorPath, field: string): void {
  if (state.errors.some((error) => startsWith(error.path, path))) return;
  state.errors.push(wireError(`Cannot return null for non-nullable field ${field}.`, 'INTERNAL_SERVER_ERROR', { path: [...path] }));
}
