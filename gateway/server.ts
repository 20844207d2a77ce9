import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino, type Logger } from 'pino';
import { createAnswerer } from './answer.ts';
import { createAuthenticate, type AuthOptions } from './authenticate.ts';
import { requestIdFrom } from './caller.ts';
import { createDeadline } from './deadline.ts';
import { drain } from './drain.ts';
import { createEngine, type Engine } from './engine.ts';
import { answerCors } from './http/cors.ts';
import { handleGraphQL } from './http/handle-graphql.ts';
import { refuse } from './http/respond.ts';
import { GENEROUS_LIMITS, type Limits } from './limits/limits.ts';
import type { SubgraphTransport } from './transport.ts';
import { acceptSockets } from './ws/accept-sockets.ts';
import { SLOW_READER, type SlowReaderRules } from './ws/watch-reader.ts';

export interface GatewayOptions {
  readonly supergraphSdl: string;
  readonly transport: SubgraphTransport;
  /** 0 = any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly path?: string;
  /** Absent: every request is anonymous. */
  readonly auth?: AuthOptions;
  /** Hide errors without a code from clients. */
  readonly mask?: boolean;
  readonly limits?: Partial<Limits>;
  readonly introspection?: boolean;
  /** Client headers passed on to subgraphs, lower case. */
  readonly forwardHeaders?: readonly string[];
  /** Origins besides our own that browsers may call us from. */
  readonly corsOrigins?: readonly string[];
  readonly overrideLabels?: readonly string[];
  readonly deadlineMs?: number;
  /** When a reader of a WebSocket or an event stream is too slow to keep. */
  readonly slowReader?: Partial<SlowReaderRules>;
  readonly logger?: Logger;
  /** Tried before the GraphQL route; true = answered. For static pages. */
  readonly onRequest?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
  /** Runs when the port is open, before readiness says yes. */
  readonly onReady?: (gateway: RunningGateway) => void | Promise<void>;
}

export interface CloseOptions {
  /** How long readiness says no before anything closes, so that balancers look away. */
  readonly delayMs?: number;
  /** How long sockets are spread over, and how long requests may still run. */
  readonly drainMs?: number;
}

export interface RunningGateway {
  /** http://host:port/graphql */
  readonly url: string;
  readonly port: number;
  readonly engine: Engine;
  close(options?: CloseOptions): Promise<void>;
}

const DEADLINE_MS = 8_000;

/** An address to listen on everywhere is none to call. */
const nameOf = (host: string): string => (host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host);

/** Composition root: everything the gateway is made of meets here. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { path = '/graphql', host = '127.0.0.1', forwardHeaders = [], corsOrigins = [], mask = false, deadlineMs = DEADLINE_MS } = options;
  const log = options.logger ?? pino({ level: 'silent' });
  const limits = { ...GENEROUS_LIMITS, ...options.limits };
  const engine = createEngine({ ...options, limits });
  const answerer = createAnswerer({ engine, mask, log, deadlineMs });
  const authenticate = createAuthenticate(options.auth);
  const closing = createDeadline();
  const slowReader = { ...SLOW_READER, ...options.slowReader };
  const route = { answerer, authenticate, forwardHeaders, maxBody: limits.body, closing, maxFrameAgeMs: slowReader.maxFrameAgeMs };
  let ready = false;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.headers['x-request-id'] = requestIdFrom(request.headers);
    response.setHeader('x-request-id', request.headers['x-request-id']);
    const [pathname] = (request.url ?? '/').split('?');
    if (pathname === '/healthz') return void response.writeHead(200).end('ok');
    if (pathname === '/readyz') return void response.writeHead(ready ? 200 : 503).end(ready ? 'ready' : 'draining');
    if (options.onRequest && (await options.onRequest(request, response))) return;
    if (pathname !== path) return refuse(response, 404, 'NOT_FOUND', 'Nothing is here.');
    if (answerCors(request, response, corsOrigins)) return;
    await handleGraphQL(request, response, route);
  }

  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error({ err: error, requestId: request.headers['x-request-id'] }, 'The gateway failed to handle a request.');
      if (!response.headersSent) refuse(response, 500, 'INTERNAL', 'Something went wrong on our side.');
      else response.destroy();
    });
  });
  const sockets = acceptSockets(server, { engine, answerer, authenticate, forwardHeaders, path, origins: corsOrigins, slowReader });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port ?? 0, host, resolve));
  const { port } = server.address() as AddressInfo;

  const gateway: RunningGateway = {
    url: `http://${nameOf(host)}:${port}${path}`,
    port,
    engine,
    close(how = {}) {
      ready = false;
      return drain({ server, sockets, transport: options.transport, endStreams: closing.pass }, how);
    },
  };
  await options.onReady?.(gateway);
  ready = true;
  return gateway;
}
