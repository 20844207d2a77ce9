import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphql } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { schemaOf, type TestSubgraph } from './compose.ts';

export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface ServedSubgraph {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
}

/** A real subgraph on a port of its own: POST for queries and mutations, WebSocket for subscriptions. */
export async function serveSubgraph(subgraph: TestSubgraph, context: unknown = {}): Promise<ServedSubgraph> {
  const schema = schemaOf(subgraph);
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', async () => {
      received.push({ headers: request.headers, body });
      const { query, variables, operationName } = JSON.parse(body);
      const result = await graphql({ schema, source: query, variableValues: variables, operationName, contextValue: context });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    });
  });
  const sockets = new WebSocketServer({ server });
  const protocol = useServer({ schema, context: () => context as object }, sockets);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received,
    async close() {
      if (!server.listening) return;
      server.closeAllConnections();
      await protocol.dispose();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
