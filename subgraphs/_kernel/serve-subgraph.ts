import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INTERNAL_HEADER, verifyInternalToken } from '#kernel/internal-token.ts';
import { acceptSubscriptions } from '#kernel/serve-subscriptions.ts';
import type { RunningSubgraph } from '#kernel/subgraph.ts';
import type { RequestFacts } from '#kernel/viewer.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host?: string;
  /** Shared with the gateway: a request without its token is refused before it is parsed. Absent, all requests are anonymous. */
  readonly secret?: string;
  readonly introspection?: boolean;
}

export interface ServedSubgraph {
  readonly url: string;
  close(): Promise<void>;
}

/** The gateway's calls carry lists of representations; still no body needs more than this. */
const MAX_BODY = 4 * 1024 * 1024;
const ANONYMOUS: RequestFacts = { viewer: null, requestId: 'anonymous' };

const WELL_FORMED = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** Who accepts plain JSON gets 200 for a request that was well formed, whatever its document; the newer media type tells by status. */
const wellFormedIs200: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors }) {
        const newer = request.http?.headers.get('accept')?.includes('application/graphql-response+json');
        if (!newer && WELL_FORMED.has(String(errors?.[0]?.extensions.code))) response.http.status = 200;
      },
    };
  },
};

/** Puts a running subgraph on the wire: Apollo Server for queries and mutations, graphql-ws for subscriptions. */
export async function serveSubgraph(subgraph: RunningSubgraph, options: ServeOptions): Promise<ServedSubgraph> {
  const apollo = new ApolloServer<object>({
    schema: subgraph.schema,
    introspection: options.introspection ?? false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: false, // nothing here is authenticated by cookies: the internal token is
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled(), wellFormedIs200],
  });
  await apollo.start();

  const factsOf = (token: string | undefined, body: string): RequestFacts | undefined =>
    options.secret === undefined ? ANONYMOUS : verifyInternalToken(options.secret, subgraph.name, token, body, Date.now());

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === undefined) return refuseRequest(response, 413, 'BAD_USER_INPUT', 'The body is too large.');
    const token = request.headers[INTERNAL_HEADER];
    const facts = factsOf(typeof token === 'string' ? token : undefined, body);
    if (!facts) return refuseRequest(response, 401, 'UNAUTHENTICATED', 'This needs a valid internal token.');
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers: headersOf(request), search: new URL(request.url ?? '/', 'http://x').search, body: parseJson(request, body) },
      context: async () => subgraph.contextFor(facts) as object,
    });
    for (const [name, value] of result.headers) response.setHeader(name, value);
    response.statusCode = result.status ?? 200;
    if (result.body.kind === 'complete') return void response.end(result.body.string);
    for await (const chunk of result.body.asyncIterator) response.write(chunk);
    response.end();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) refuseRequest(response, 500, 'INTERNAL', 'The subgraph failed.');
      else response.destroy();
    });
  });
  const sockets = acceptSubscriptions(server, subgraph, factsOf);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, options.host ?? '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async close() {
      await sockets.dispose();
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
      await apollo.stop();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Apollo Server wants the parsed body, and says itself what is wrong with a missing or malformed one. */
function parseJson(request: IncomingMessage, body: string): unknown {
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

function refuseRequest(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
