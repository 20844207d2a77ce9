import type { ExecutionResult } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { mintInternalToken } from '#kernel/internal-token.ts';
import type { CallContext, SubgraphCall } from '../transport.ts';
import { createEventQueue } from './event-queue.ts';
import { createInterner } from './intern-results.ts';

export interface UpstreamSocketOptions {
  readonly urls: Readonly<Record<string, string>>;
  readonly internalSecret?: string;
}

export interface UpstreamSockets {
  subscribe(call: SubgraphCall, context: CallContext): AsyncIterable<ExecutionResult>;
  close(): Promise<void>;
}

/**
 * One socket to each subgraph carries the subscriptions of many people; so who asks is said, and signed, in every
 * `subscribe`, never in the connection.
 */
export function createUpstreamSockets({ urls, internalSecret }: UpstreamSocketOptions): UpstreamSockets {
  const clients = new Map<string, Client>();
  const intern = createInterner();

  function clientFor(subgraph: string): Client {
    const known = clients.get(subgraph);
    if (known) return known;
    const url = (urls[subgraph] ?? '').replace(/^http/, 'ws');
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, lazyCloseTimeout: 5_000, keepAlive: 12_000 });
    clients.set(subgraph, client);
    return client;
  }

  return {
    subscribe(call, context) {
      const { query, variables, operationName, subgraph } = call;
      const queue = createEventQueue<ExecutionResult>();
      const token = internalSecret && mintInternalToken(internalSecret, subgraph, context, JSON.stringify({ query, variables, operationName }), Date.now());
      const headers = Object.keys(context.forwarded).length > 0 ? context.forwarded : undefined;
      const stop = clientFor(subgraph).subscribe<Record<string, unknown>>(
        { query, variables, operationName, extensions: { internalToken: token || undefined, headers } },
        {
          next: (result) => queue.push(intern(result as ExecutionResult)),
          error: (error) => (Array.isArray(error) ? queue.push({ errors: error as ExecutionResult['errors'] }, 'last') : queue.fail(error)),
          complete: () => queue.end(),
        },
      );
      context.deadline.onPass(stop);
      return queue.events(stop);
    },
    async close() {
      await Promise.all([...clients.values()].map((client) => client.dispose()));
    },
  };
}
