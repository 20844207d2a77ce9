import {
  execute, GraphQLError, parse, subscribe, validate, ValuesOfCorrectTypeRule,
  type DocumentNode, type ExecutionResult, type GraphQLSchema,
} from 'graphql';
import type { RequestFacts } from '#kernel/viewer.ts';
import { createLru } from '../lru.ts';
import type { CallContext, SubgraphCall, SubgraphTransport } from '../transport.ts';
import { deferStream } from './defer-stream.ts';
import { beforeDeadline, failed } from './failures.ts';

/** A subgraph living in the gateway's own process. */
export interface LocalSubgraph {
  readonly schema: GraphQLSchema;
  /** Made once for each request or frame, and anew for each mutation, whose effects a kept loader would not see. */
  contextFor(facts: RequestFacts): unknown;
  /** Its own way to subscribe; graphql-js's when absent. May yield one result object to many watchers. */
  subscribe?(
    document: DocumentNode,
    variables: Record<string, unknown> | undefined,
    operationName: string | undefined,
    facts: RequestFacts,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError }); // takes over the original's extensions
}

const DOCUMENTS_KEPT = 5_000;
const CHARACTERS_KEPT = 1_000_000;

interface ReadDocument {
  readonly document: DocumentNode;
  /** Values that no scalar of the subgraph takes: the gateway knows scalars by name only. */
  readonly mistakes: readonly GraphQLError[];
}

/** Calls subgraphs without a wire: documents are parsed once and, since the planner wrote them, only their values are judged. */
export function inProcess(subgraphs: Readonly<Record<string, LocalSubgraph>>): SubgraphTransport {
  const names = Object.keys(subgraphs);
  const documents = new Map(names.map((name) => [name, createLru<ReadDocument>(DOCUMENTS_KEPT, CHARACTERS_KEPT / names.length)]));
  const contexts = new WeakMap<object, Map<string, unknown>>();

  function read({ subgraph: name, query: text }: SubgraphCall, { schema }: LocalSubgraph): ReadDocument {
    const known = documents.get(name)?.get(text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    const fresh = { document, mistakes: validate(schema, document, [ValuesOfCorrectTypeRule]) };
    documents.get(name)?.set(text, fresh, text.length);
    return fresh;
  }

  function subgraphOf({ subgraph: name }: SubgraphCall): LocalSubgraph {
    const subgraph = subgraphs[name];
    if (!subgraph) throw new Error(`There is no subgraph ${name} in this process.`);
    return subgraph;
  }

  function contextFor(call: SubgraphCall, subgraph: LocalSubgraph, context: CallContext): unknown {
    let kept = contexts.get(context.cacheKey);
    if (!kept) contexts.set(context.cacheKey, (kept = new Map()));
    if (call.kind === 'mutation') kept.clear();
    if (!kept.has(call.subgraph)) kept.set(call.subgraph, subgraph.contextFor(context));
    return kept.get(call.subgraph);
  }

  function argumentsFor(call: SubgraphCall, subgraph: LocalSubgraph, document: DocumentNode, context: CallContext) {
    return {
      schema: subgraph.schema,
      document,
      variableValues: call.variables,
      operationName: call.operationName,
      contextValue: contextFor(call, subgraph, context),
    };
  }

  return {
    async execute(call, context) {
      try {
        const subgraph = subgraphOf(call);
        const { document, mistakes } = read(call, subgraph);
        if (mistakes.length > 0) return { errors: mistakes };
        const result = execute(argumentsFor(call, subgraph, document, context));
        return result instanceof Promise ? await beforeDeadline(result, call.subgraph, context.deadline) : result;
      } catch (error) {
        return failed(call.subgraph, 'SUBGRAPH_UNAVAILABLE', error);
      }
    },
    subscribe(call, context) {
      return deferStream(async () => {
        try {
          const subgraph = subgraphOf(call);
          const { document, mistakes } = read(call, subgraph);
          if (mistakes.length > 0) return { errors: mistakes };
          if (subgraph.subscribe) return await subgraph.subscribe(document, call.variables, call.operationName, context);
          return await subscribe(argumentsFor(call, subgraph, document, context));
        } catch (error) {
          return { errors: [asGraphQLError(error)] }; // a refusal thrown instead of returned is a refusal all the same
        }
      });
    },
  };
}

