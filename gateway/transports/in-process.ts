import {
  execute, GraphQLError, parse, subscribe,
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

/** Calls subgraphs without a wire: documents are parsed once and, since the planner wrote them, not validated again. */
export function inProcess(subgraphs: Readonly<Record<string, LocalSubgraph>>): SubgraphTransport {
  const documents = createLru<DocumentNode>(DOCUMENTS_KEPT, CHARACTERS_KEPT);
  const contexts = new WeakMap<object, Map<string, unknown>>();

  function documentFor(text: string): DocumentNode {
    const known = documents.get(text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    documents.set(text, document, text.length);
    return document;
  }

  function contextFor(call: SubgraphCall, subgraph: LocalSubgraph, context: CallContext): unknown {
    let kept = contexts.get(context.cacheKey);
    if (!kept) contexts.set(context.cacheKey, (kept = new Map()));
    if (call.kind === 'mutation') kept.clear();
    if (!kept.has(call.subgraph)) kept.set(call.subgraph, subgraph.contextFor(context));
    return kept.get(call.subgraph);
  }

  function argumentsFor(call: SubgraphCall, context: CallContext) {
    const subgraph = subgraphs[call.subgraph];
    if (!subgraph) throw new Error(`There is no subgraph ${call.subgraph} in this process.`);
    return {
      schema: subgraph.schema,
      document: documentFor(call.query),
      variableValues: call.variables,
      operationName: call.operationName,
      contextValue: contextFor(call, subgraph, context),
    };
  }

  return {
    async execute(call, context) {
      try {
        const result = execute(argumentsFor(call, context));
        return result instanceof Promise ? await beforeDeadline(result, call.subgraph, context.deadline) : result;
      } catch (error) {
        return failed(call.subgraph, 'SUBGRAPH_UNAVAILABLE', error);
      }
    },
    subscribe(call, context) {
      return deferStream(async () => {
        const local = subgraphs[call.subgraph]?.subscribe;
        try {
          return await (local ? local(documentFor(call.query), call.variables, call.operationName, context) : subscribe(argumentsFor(call, context)));
        } catch (error) {
          return { errors: [asGraphQLError(error)] }; // a refusal thrown instead of returned is a refusal all the same
        }
      });
    },
  };
}

