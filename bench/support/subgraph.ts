import { execute, parse, type ExecutionResult } from 'graphql';
import type { Viewer } from '#kernel/viewer.ts';
import type { Product } from './product.ts';

export type AskSubgraph = (viewer: Viewer) => Promise<ExecutionResult>;

/** Puts one question straight to a subgraph's schema: no gateway, no HTTP, the document parsed once. */
export function askSubgraph(product: Product, name: string, query: string, variables?: Record<string, unknown>): AskSubgraph {
  const subgraph = product.embedded.subgraphs.get(name);
  if (!subgraph) throw new Error(`There is no subgraph ${name}.`);
  const document = parse(query);
  return async (viewer) => {
    const result = await execute({ schema: subgraph.schema, document, variableValues: variables, contextValue: subgraph.contextFor({ viewer, requestId: 'bench' }) });
    if (result.errors) throw result.errors[0] ?? new Error('refused');
    return result;
  };
}
