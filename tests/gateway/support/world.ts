import { startGateway, type GatewayOptions, type RunningGateway } from '../../../gateway/server.ts';
import { inProcess, type LocalSubgraph } from '../../../gateway/transports/in-process.ts';
import { overHttp, type HttpTransportOptions } from '../../../gateway/transports/over-http.ts';
import { compose, schemaOf, type TestGraph } from './compose.ts';
import { serveSubgraph, type ServedSubgraph } from './serve-subgraph.ts';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: Record<string, unknown> }[];
}

export interface World extends AsyncDisposable {
  readonly gateway: RunningGateway;
  readonly subgraphs: Readonly<Record<string, ServedSubgraph>>;
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
}

type Extra = Partial<Omit<GatewayOptions, 'supergraphSdl' | 'transport'>>;

/** Subgraphs on ports of their own behind a real gateway. */
export async function httpWorld(graph: TestGraph, extra: Extra = {}, transport: Partial<HttpTransportOptions> = {}): Promise<World> {
  const entries = await Promise.all(Object.entries(graph).map(async ([name, subgraph]) => [name, await serveSubgraph(subgraph)] as const));
  const subgraphs = Object.fromEntries(entries);
  const supergraphSdl = compose(graph, Object.fromEntries(entries.map(([name, { url }]) => [name, url])));
  const gateway = await startGateway({ supergraphSdl, transport: overHttp({ supergraphSdl, ...transport }), ...extra });
  return world(gateway, subgraphs);
}

/** The same subgraphs inside the gateway's process. */
export async function localWorld(graph: TestGraph, extra: Extra = {}, locals: Record<string, Partial<LocalSubgraph>> = {}): Promise<World> {
  const subgraphs = Object.fromEntries(
    Object.entries(graph).map(([name, subgraph]) => [name, { schema: schemaOf(subgraph), contextFor: (facts: unknown) => ({ facts }), ...locals[name] }]),
  );
  return world(await startGateway({ supergraphSdl: compose(graph), transport: inProcess(subgraphs), ...extra }), {});
}

function world(gateway: RunningGateway, subgraphs: Record<string, ServedSubgraph>): World {
  return {
    gateway,
    subgraphs,
    async ask(query, variables, headers = {}) {
      const response = await fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
      return (await response.json()) as Answer;
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await Promise.all(Object.values(subgraphs).map((each) => each.close()));
    },
  };
}
