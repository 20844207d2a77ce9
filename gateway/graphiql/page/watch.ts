import type { GraphQLFormattedError } from 'graphql';
import { createClient } from 'graphql-ws';
import { addFrame, forgetFrames, setSocket, startWatching, stopWatching } from './frames.ts';
import { currentSession, identity } from './identity.ts';
import type { GraphQLBody } from './post.ts';
import { bearer } from './sign-in.ts';

/** An authorization typed into the Headers editor; it wins over the switcher's, as it does over HTTP. */
let typed: string | undefined;

const client = createClient({
  url: `${location.origin.replace(/^http/, 'ws')}${location.pathname}`,
  connectionParams: async () => (typed ? { authorization: typed } : bearer(await currentSession())),
  lazyCloseTimeout: 2_000,
  retryAttempts: 8,
  retryWait: (retries) => new Promise((resume) => setTimeout(resume, Math.min(200 * 2 ** retries, 5_000))),
  shouldRetry: () => true,
  on: {
    connecting: () => setSocket('connecting'),
    connected: () => setSocket('open'),
    closed: () => setSocket('closed'),
  },
});

/** A socket speaks for one person: after a switch it is closed, and what was running subscribes again as the new one. */
export function reconnectOnSwitch(): void {
  let who = identity.get().who;
  identity.subscribe(() => {
    const now = identity.get();
    if (now.busy || now.who === who) return;
    who = now.who;
    forgetFrames();
    client.terminate();
  });
}

export type Answer = Record<string, unknown>;

/** Subscribes; each frame is handed on and noted. Stopping does not wait for a next frame, hence no generator. */
export function watch(body: GraphQLBody, seen: (data: unknown) => void, authorization?: string): AsyncIterableIterator<Answer> {
  if (authorization !== typed) {
    typed = authorization;
    client.terminate();
  }
  const frames = client.iterate<Answer, Answer>({
    query: body.query,
    operationName: body.operationName ?? null,
    variables: body.variables as Record<string, unknown>,
  });
  startWatching();
  return {
    async next() {
      try {
        const { done, value } = await frames.next();
        if (done) {
          stopWatching();
          return { done, value };
        }
        addFrame(value.data);
        seen(value.data);
        return { done: false, value: { ...value } };
      } catch (error) {
        stopWatching();
        if (isErrors(error)) return { done: false, value: { errors: error } };
        throw explain(error);
      }
    },
    async return() {
      stopWatching();
      await frames.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** A refusal by the server comes as the list of errors; it is an answer like any other. */
function isErrors(error: unknown): error is GraphQLFormattedError[] {
  return Array.isArray(error);
}

/** The rest of what graphql-ws throws is a close event or a socket event; GraphiQL wants an Error. */
function explain(error: unknown): Error {
  if (error instanceof Error) return error;
  if (error instanceof CloseEvent) return new Error(`The server closed the connection: ${error.code} ${error.reason}`);
  return new Error('The live connection could not be opened.');
}
