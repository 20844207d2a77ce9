import type { IncomingMessage } from 'node:http';
import { GraphQLError, type ExecutionArgs, type FormattedExecutionResult } from 'graphql';
import { CloseCode, makeServer, type OperationResult, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Answerer } from '../answer.ts';
import type { Authenticate, Identity } from '../authenticate.ts';
import { createCaller, type Caller } from '../caller.ts';
import type { Engine, Prepared } from '../engine.ts';
import type { WireError, WireResult } from '../execute/errors.ts';
import { nextMessage, sendFrames } from './send-frames.ts';

export interface ProtocolOptions {
  readonly engine: Engine;
  readonly answerer: Answerer;
  readonly authenticate: Authenticate;
  readonly forwardHeaders: readonly string[];
}

export interface SocketExtra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Sends a message; resolves when the client has taken so much that another may follow. */
  readonly send: (message: string) => Promise<void>;
  identity?: Identity;
  expiry?: NodeJS.Timeout;
}

const INIT_WAIT_MS = 3_000;
const MAX_SUBSCRIPTIONS = 50;
const MAX_TIMEOUT_MS = 0x7fffffff;

/** The graphql-transport-ws protocol by its library; here only what is ours: who may, what is asked, how it is answered. */
export function createProtocol(options: ProtocolOptions): Server<SocketExtra> {
  const { engine, answerer, authenticate, forwardHeaders } = options;
  return makeServer<Record<string, unknown>, SocketExtra>({
    connectionInitWaitTimeout: INIT_WAIT_MS,

    async onConnect({ extra, connectionParams }) {
      const identity = await authenticate(authorizationFrom(connectionParams) ?? extra.request.headers.authorization);
      if (!identity) return closeUnauthenticated(extra.socket);
      extra.identity = identity;
      if (identity.expiresAt === undefined) return true;
      extra.expiry = setTimeout(() => extra.socket.close(CloseCode.Forbidden, 'Token expired'), Math.min(identity.expiresAt - Date.now(), MAX_TIMEOUT_MS));
      return true;
    },

    onClose: ({ extra }) => clearTimeout(extra.expiry),

    onSubscribe({ extra, subscriptions }, id, payload): ExecutionArgs | readonly GraphQLError[] {
      if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) return [tooMany()];
      const prepared = answerer.prepare(payload);
      if ('errors' in prepared) return prepared.errors.map(toGraphQLError);
      const caller = createCaller(extra.identity ?? { viewer: null }, extra.request.headers, forwardHeaders);
      return { schema: engine.schema, document: prepared.operation.document, operationName: payload.operationName, contextValue: { prepared, caller, send: (frame: WireResult) => extra.send(nextMessage(id, frame)) } satisfies Question };
    },

    execute(args) {
      const { prepared, caller } = asked(args);
      return answerer.answer(prepared, caller) as OperationResult;
    },
    subscribe(args) {
      const { prepared, caller, send } = asked(args);
      return sendFrames(answerer.stream(prepared, caller), send) as OperationResult;
    },
    onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult, // ours are plain already
  });
}

interface Question {
  readonly prepared: Prepared;
  readonly caller: Caller;
  readonly send: (frame: WireResult) => Promise<void>;
}

const asked = (args: ExecutionArgs): Question => args.contextValue as Question;

/** Clients send the token with or without a capital letter and with or without the word Bearer. */
function authorizationFrom(params: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const given = params?.authorization ?? params?.Authorization;
  return typeof given === 'string' ? given : undefined;
}

function closeUnauthenticated(socket: WebSocket): false {
  socket.close(CloseCode.Unauthorized, 'UNAUTHENTICATED');
  return false;
}

const toGraphQLError = ({ message, extensions }: WireError): GraphQLError => new GraphQLError(message, { extensions });

const tooMany = (): GraphQLError =>
  new GraphQLError(`A socket may carry at most ${MAX_SUBSCRIPTIONS} operations at once.`, { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } });
