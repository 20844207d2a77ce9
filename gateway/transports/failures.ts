import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Deadline } from '../deadline.ts';

export type FailureCode = 'SUBGRAPH_UNAVAILABLE' | 'DEADLINE_EXCEEDED';

/** What a client may know of a subgraph that did not answer: that it did not. The reason stays with the error for the log. */
export function failed(subgraph: string, code: FailureCode, reason?: unknown): ExecutionResult {
  const message = code === 'DEADLINE_EXCEEDED' ? `The subgraph ${subgraph} did not answer in time.` : `The subgraph ${subgraph} is not available.`;
  const originalError = reason instanceof Error ? reason : undefined;
  return { errors: [new GraphQLError(message, { originalError, extensions: { code } })] };
}

/** The result, or DEADLINE_EXCEEDED when the deadline comes first. */
export function beforeDeadline(result: Promise<ExecutionResult>, subgraph: string, deadline: Deadline): Promise<ExecutionResult> {
  return new Promise((resolve, reject) => {
    const forget = deadline.onPass(() => resolve(failed(subgraph, 'DEADLINE_EXCEEDED')));
    result.finally(forget).then(resolve, reject);
  });
}
