import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { INTERNAL_HEADER, mintInternalToken } from '#kernel/internal-token.ts';
import { createLru } from '../lru.ts';
import { readSupergraph } from '../supergraph.ts';
import type { CallContext, SubgraphCall, SubgraphTransport } from '../transport.ts';
import { createBreaker, type Breaker } from './breaker.ts';
import { failed } from './failures.ts';
import { createUpstreamSockets } from './upstream-sockets.ts';

export interface HttpTransportOptions {
  readonly supergraphSdl: string;
  /** Subgraph name -> URL, where it differs from the one written at composition. */
  readonly urls?: Readonly<Record<string, string>>;
  /** Shared with the subgraphs: every call then carries a token bound to its body. */
  readonly internalSecret?: string;
  readonly upstreamTimeoutMs?: number;
  readonly connectionsPerSubgraph?: number;
}

interface Upstream {
  readonly name: string;
  readonly path: string;
  readonly pool: Pool;
  readonly breaker: Breaker;
}

const UPSTREAM_TIMEOUT_MS = 5_000;
const CONNECTIONS = 64;
const QUERIES_KEPT = 5_000;
const CHARACTERS_KEPT = 4_000_000;
/** The connection broke or was never made. Anything else may have reached the subgraph and is not asked twice. */
const CONNECTION_FAILURES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT']);

/** Calls subgraphs over HTTP with keep-alive, and over WebSocket for subscriptions. */
export function overHttp(options: HttpTransportOptions): SubgraphTransport {
  const { internalSecret, upstreamTimeoutMs = UPSTREAM_TIMEOUT_MS, connectionsPerSubgraph = CONNECTIONS } = options;
  const urls: Record<string, string> = { ...Object.fromEntries(readSupergraph(options.supergraphSdl).urls), ...options.urls };
  const upstreams = new Map<string, Upstream>();
  const queries = createLru<string>(QUERIES_KEPT, CHARACTERS_KEPT);
  const sockets = createUpstreamSockets({ urls, internalSecret });

  function upstreamFor(name: string): Upstream {
    const known = upstreams.get(name);
    if (known) return known;
    const url = new URL(urls[name] ?? '');
    const pool = new Pool(url.origin, { connections: connectionsPerSubgraph, keepAliveTimeout: 30_000, connectTimeout: upstreamTimeoutMs });
    const upstream = { name, path: url.pathname + url.search, pool, breaker: createBreaker() };
    upstreams.set(name, upstream);
    return upstream;
  }

  function bodyOf(call: SubgraphCall): string {
    let query = queries.get(call.query);
    if (query === undefined) queries.set(call.query, (query = JSON.stringify(call.query)), call.query.length);
    const name = call.operationName === undefined ? '' : `,"operationName":${JSON.stringify(call.operationName)}`;
    const variables = call.variables === undefined ? '' : `,"variables":${JSON.stringify(call.variables)}`;
    return `{"query":${query}${name}${variables}}`;
  }

  async function post(upstream: Upstream, body: string, context: CallContext): Promise<ExecutionResult> {
    const headers: Record<string, string> = { ...context.forwarded, 'content-type': 'application/json', accept: 'application/json', 'x-request-id': context.requestId };
    if (context.trace) headers.traceparent = context.trace;
    if (internalSecret) headers[INTERNAL_HEADER] = mintInternalToken(internalSecret, upstream.name, context, body, Date.now());
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    const timer = setTimeout(abort, upstreamTimeoutMs);
    const forget = context.deadline.onPass(abort);
    try {
      const response = await upstream.pool.request({ method: 'POST', path: upstream.path, headers, body, signal: stop.signal });
      return readResult(await response.body.text(), response.statusCode, upstream.name);
    } finally {
      clearTimeout(timer);
      forget();
    }
  }

  return {
    async execute(call, context) {
      try {
        const upstream = upstreamFor(call.subgraph);
        if (context.deadline.passed) return failed(call.subgraph, 'DEADLINE_EXCEEDED');
        if (!upstream.breaker.allows()) return failed(call.subgraph, 'SUBGRAPH_UNAVAILABLE');
        const body = bodyOf(call);
        const ask = (): Promise<ExecutionResult> => post(upstream, body, context);
        return await (call.kind === 'query' ? ask().catch((error: unknown) => retryIfUnheard(error, ask)) : ask()).then(
          (result) => (upstream.breaker.succeeded(), result),
          (error: unknown) => (context.deadline.passed || upstream.breaker.failed(), explain(call.subgraph, error)),
        );
      } catch (error) {
        return failed(call.subgraph, 'SUBGRAPH_UNAVAILABLE', error); // no such subgraph, or no such URL
      }
    },
    subscribe: sockets.subscribe,
    async close() {
      await sockets.close();
      await Promise.all([...upstreams.values()].map(({ pool }) => pool.close()));
    },
  };
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function retryIfUnheard(error: unknown, ask: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  if (CONNECTION_FAILURES.has(codeOf(error))) return ask();
  throw error;
}

function explain(subgraph: string, error: unknown): ExecutionResult {
  const isLate = error instanceof Error && error.name === 'AbortError';
  return failed(subgraph, isLate ? 'DEADLINE_EXCEEDED' : 'SUBGRAPH_UNAVAILABLE', error);
}

/** A GraphQL result counts whatever the status; anything else is a subgraph that is not there. */
function readResult(text: string, status: number, subgraph: string): ExecutionResult {
  let result: unknown;
  try {
    result = JSON.parse(text);
  } catch {
    return failed(subgraph, 'SUBGRAPH_UNAVAILABLE', new Error(`HTTP ${status}, not JSON`));
  }
  if (typeof result === 'object' && result !== null && ('data' in result || ('errors' in result && Array.isArray(result.errors)))) return result as ExecutionResult;
  return failed(subgraph, 'SUBGRAPH_UNAVAILABLE', new Error(`HTTP ${status} without a GraphQL result`));
}
