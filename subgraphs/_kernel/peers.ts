import type { ExecutionResult } from 'graphql';
import { DomainError, ERROR_CODES, refuse, type ErrorCode, type ErrorDetails } from '#kernel/errors.ts';
import type { RequestFacts } from '#kernel/viewer.ts';

export interface PeerQuestion {
  readonly subgraph: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Puts a question to another subgraph: a call in one process, HTTP with an internal token between processes. */
export type PeerTransport = (question: PeerQuestion, facts: RequestFacts) => Promise<ExecutionResult>;

/** Asks a peer on behalf of the viewer; the peer's refusals come out as our own. */
export type AskPeer = <Answer>(question: PeerQuestion) => Promise<Answer>;

export function peersFor(transport: PeerTransport, facts: RequestFacts): AskPeer {
  return async <Answer>(question: PeerQuestion): Promise<Answer> => {
    const result = await transport(question, facts);
    const error = result.errors?.[0];
    if (error) throw asRefusal(error, question.subgraph);
    return result.data as Answer;
  };
}

function asRefusal(error: { message: string; extensions?: { [key: string]: unknown } }, subgraph: string): Error {
  const code = error.extensions?.code;
  if (typeof code === 'string' && Object.hasOwn(ERROR_CODES, code)) {
    return new DomainError(code as ErrorCode, error.message, (error.extensions?.details ?? {}) as ErrorDetails);
  }
  if (code === 'DEADLINE_EXCEEDED') return refuse('SUBGRAPH_UNAVAILABLE', `The ${subgraph} subgraph did not answer in time.`);
  return new Error(`The ${subgraph} subgraph answered: ${error.message}`);
}
