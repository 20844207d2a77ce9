import { execute, getVariableValues, type GraphQLSchema } from 'graphql';
import { wireError, type WireError, type WireResult } from './execute/errors.ts';
import { finish } from './execute/finish.ts';
import type { ExecutionState } from './execute/state.ts';
import { walk } from './execute/walk.ts';
import { GENEROUS_LIMITS, type Limits } from './limits/limits.ts';
import { refuseVariables } from './limits/variables.ts';
import { createLru } from './lru.ts';
import { readOperation, type Operation, type Variant } from './operation.ts';
import { planOperation } from './plan-operation.ts';
import { createPlanner } from './planner.ts';
import type { PlanNode } from './plan.ts';
import { withRootFields } from './split-root.ts';
import { buildPublicSchema, readSupergraph, type Supergraph } from './supergraph.ts';
import type { CallContext, SubgraphTransport } from './transport.ts';

export interface EngineOptions {
  readonly supergraphSdl: string;
  readonly transport: SubgraphTransport;
  readonly limits?: Limits;
  readonly introspection?: boolean;
  /** Progressive @override: labels switched on. */
  readonly overrideLabels?: readonly string[];
}

export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** An operation with variables that fit it. */
export interface Prepared {
  readonly operation: Operation;
  readonly variant: Variant;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Reads and executes operations over the whole graph; knows no protocol and no user. */
export interface Engine {
  readonly schema: GraphQLSchema;
  readonly supergraph: Supergraph;
  readonly transport: SubgraphTransport;
  prepare(request: OperationRequest): Prepared | { readonly errors: readonly WireError[] };
  execute(prepared: Prepared, context: CallContext): Promise<WireResult>;
  planOf(prepared: Prepared): PlanNode | undefined;
  newState(prepared: Prepared, context: CallContext): ExecutionState;
}

const DOCUMENTS_KEPT = 2_000;
/** A parsed document takes some fifty times its text. */
const DOCUMENT_CHARACTERS_KEPT = 1_000_000;

export function createEngine(options: EngineOptions): Engine {
  const { transport, limits = GENEROUS_LIMITS, introspection = true } = options;
  const planner = createPlanner(options.supergraphSdl);
  const supergraph = readSupergraph(options.supergraphSdl);
  const schema = buildPublicSchema(planner.publicSdl);
  const labels = new Set(options.overrideLabels);
  const operations = createLru<Operation>(DOCUMENTS_KEPT, DOCUMENT_CHARACTERS_KEPT);

  function operationFor(request: OperationRequest): Operation | readonly WireError[] {
    const key = `${request.operationName ?? ''}\n${request.query}`;
    const known = operations.get(key);
    if (known) return known;
    const read = readOperation(request.query, request.operationName ?? undefined, { schema, limits, introspection });
    if ('variantFor' in read) operations.set(key, read, key.length);
    return read;
  }

  function prepare(request: OperationRequest): Prepared | { readonly errors: readonly WireError[] } {
    const refusal = refuseVariables(request.variables, limits.variables);
    if (refusal) return { errors: [wireError(refusal, 'BAD_USER_INPUT')] };
    const operation = operationFor(request);
    if (!('variantFor' in operation)) return { errors: operation };
    const { variableDefinitions } = operation.definition;
    if (!variableDefinitions?.length) return { operation, variant: operation.variantFor({}), variables: {} };
    const values = getVariableValues(schema, variableDefinitions, request.variables ?? {}, { maxErrors: 5 });
    if (values.errors) return { errors: values.errors.map((error) => wireError(error.message, 'BAD_USER_INPUT', { locations: error.locations })) };
    return { operation, variant: operation.variantFor(values.coerced), variables: values.coerced };
  }

  function planOf({ variant }: Prepared): PlanNode | undefined {
    const percentage = planner.overridePercentages.length > 0 ? Math.random() * 100 : 0;
    const bucket = planner.overridePercentages.map((limit) => percentage < limit).join();
    if (!variant.plans.has(bucket)) variant.plans.set(bucket, planOperation(planner, variant, labels, percentage));
    return variant.plans.get(bucket);
  }

  const newState = (prepared: Prepared, context: CallContext): ExecutionState => ({ transport, supergraph, context, variables: prepared.variables, data: {}, errors: [] });

  return {
    schema,
    supergraph,
    transport,
    prepare,
    planOf,
    newState,
    async execute(prepared, context) {
      const state = newState(prepared, context);
      const node = planOf(prepared);
      if (prepared.variant.introspects) introspect(schema, prepared, state);
      if (node) await walk(node, state);
      return finish(prepared.variant.shape, state);
    },
  };
}

/** Questions about the schema are answered here, out of the public schema. */
function introspect(schema: GraphQLSchema, { variant, variables }: Prepared, state: ExecutionState): void {
  const fields = variant.rootFields.filter((field) => field.name === '__schema' || field.name === '__type');
  const document = withRootFields(variant.operation, variant.fragments, fields);
  const result = execute({ schema, document, variableValues: { ...variables } });
  if (result instanceof Promise) throw new Error('Introspection does not wait for anything.');
  Object.assign(state.data, result.data);
  for (const error of result.errors ?? []) state.errors.push({ message: error.message, path: error.path });
}
