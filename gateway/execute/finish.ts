import type { ErrorPath, WireError, WireResult } from './errors.ts';
import { project } from './project.ts';
import { reportTheRest } from './report-failures.ts';
import type { ObjectShape, Shape } from './shape.ts';
import type { ExecutionState } from './state.ts';

/** The merged data and what went wrong, as the client asked for it. */
export function finish(shape: ObjectShape, state: ExecutionState): WireResult {
  const data = project(shape, state);
  reportTheRest(state);
  if (state.errors.length === 0) return { data };
  return { errors: state.errors.map((error) => withVisiblePath(error, shape)), data };
}

/** The client did not select what the gateway fetched for itself: such an error belongs to the object that needed it. */
function withVisiblePath(error: WireError, root: ObjectShape): WireError {
  if (!error.path) return error;
  const path = visible(error.path, root);
  if (path.length === error.path.length) return error;
  const { path: _, ...rest } = error;
  return Object.defineProperty({ ...rest, ...(path.length > 0 ? { path } : {}) }, 'cause', { value: error.cause, enumerable: false });
}

function visible(path: ErrorPath, root: ObjectShape): ErrorPath {
  let fields = root.fields;
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') continue;
    const field = fields.find((each) => each.key === step);
    if (!field) return path.slice(0, index);
    fields = fieldsOf(field.shape);
  }
  return path;
}

/** Which type an object had is not known here: the fields of every possible one are looked through. */
function fieldsOf(shape: Shape | undefined): ObjectShape['fields'] {
  if (shape?.kind === 'list') return fieldsOf(shape.of);
  if (shape?.kind !== 'composite') return [];
  return shape.possible().flatMap((each) => each.fields);
}
