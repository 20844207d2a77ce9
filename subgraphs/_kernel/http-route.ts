import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRefusal, type DomainError, type ErrorCode } from '#kernel/errors.ts';
import type { RequestFacts } from '#kernel/viewer.ts';

/** What a subgraph answers over plain HTTP beside GraphQL, for what GraphQL carries badly: files, and what outside systems push. */
export interface HttpRoute<Context> {
  /** This path, and everything below it. */
  readonly path: `/${string}`;
  /** Who calls has no token of ours: the route judges a signature itself, and has no viewer. */
  readonly signed?: boolean;
  /** Refuses as a use case does. */
  readonly handle: (request: IncomingMessage, response: ServerResponse, context: Context) => Promise<void>;
}

/** A route as the process that listens sees it: it knows who asks, the subgraph knows what is asked. */
export interface ServedRoute {
  readonly path: string;
  readonly signed: boolean;
  readonly handle: (request: IncomingMessage, response: ServerResponse, facts: RequestFacts) => Promise<void>;
}

/** What a refusal is in HTTP, where it is not simply in the way (409). */
const STATUSES: { readonly [code in ErrorCode]?: number } = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  OPERATION_DISABLED: 403,
  ATTACHMENTS_DISABLED: 403,
  NOT_FOUND: 404,
  ATTACHMENT_TOO_LARGE: 413,
};

export function serveRoute<Context>({ path, signed = false, handle }: HttpRoute<Context>, contextFor: (facts: RequestFacts) => Context): ServedRoute {
  return {
    path,
    signed,
    async handle(request, response, facts) {
      try {
        await handle(request, response, contextFor(facts));
      } catch (error) {
        if (response.destroyed) return; // who asked has hung up, and no one is left to answer
        if (!isRefusal(error)) throw error;
        answerRefusal(request, response, error);
      }
    },
  };
}

/** How long a client that is still sending has to see that nobody wants it. Closed at once, it would lose the answer. */
const LINGER_MS = 1_000;

/** The refusal in the form GraphQL gives it. What is left of the body is thrown away, and not for long. */
function answerRefusal(request: IncomingMessage, response: ServerResponse, { code, message, extensions }: DomainError): void {
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  response.writeHead(STATUSES[code] ?? 409, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(body);
  if (request.complete) return;
  request.resume();
  setTimeout(() => request.complete || request.destroy(), LINGER_MS).unref();
}
