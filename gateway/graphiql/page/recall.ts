import { Kind, type OperationDefinitionNode } from 'graphql';
import { isRecord } from './post.ts';
import { createStore } from './store.ts';

type Scalar = string | number | boolean;

const KEY = 'cartwright.recall';

/** What was filled in for the last operation, so that the page can say so. */
export const filledIn = createStore<Readonly<Record<string, Scalar>>>({});

/**
 * Fills the variables an operation declares and the reader left out with the last answer's field of that name,
 * so that the examples run one after the other without copying ids. `idempotencyKey` gets a fresh one.
 */
export function fillVariables(operation: OperationDefinitionNode, given: unknown): Record<string, unknown> {
  const variables = isRecord(given) ? { ...given } : {};
  const known = read();
  const added: Record<string, Scalar> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (name in variables || defaultValue) continue;
    const value = name === 'idempotencyKey' ? crypto.randomUUID() : known[name];
    if (value !== undefined) added[name] = value;
  }
  filledIn.set(added);
  return { ...variables, ...added };
}

/** Remembers the scalars of an answer by field name or alias; of a list, those of its first entry. */
export function remember(operation: OperationDefinitionNode, data: unknown): void {
  if (operation.selectionSet.selections.some((node) => node.kind === Kind.FIELD && node.name.value === '__schema')) return;
  const found: Record<string, Scalar> = {};
  collect(data, found);
  sessionStorage.setItem(KEY, JSON.stringify({ ...read(), ...found }));
}

function collect(value: unknown, found: Record<string, Scalar>): void {
  if (Array.isArray(value)) return value.forEach((entry) => collect(entry, found));
  if (!isRecord(value)) return;
  for (const [name, field] of Object.entries(value)) {
    if (isScalar(field)) found[name] ??= field;
    else collect(field, found);
  }
}

function read(): Record<string, Scalar | undefined> {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return isRecord(value) ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Scalar] => isScalar(entry[1]))) : {};
  } catch {
    return {}; // a damaged memory is an empty one
  }
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
