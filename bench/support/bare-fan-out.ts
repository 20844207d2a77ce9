import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, parse, type ExecutionResult } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

export interface FanOut {
  readonly url: string;
  /** Hands one result to every watcher. */
  publish(result: ExecutionResult): void;
  close(): void;
}

/** graphql-ws on its own: no reading, no rights, no execution; a ready result to everyone who subscribed. */
export async function startFanOut(first: ExecutionResult): Promise<FanOut> {
  const schema = buildSchema('type Query { nothing: Int } type Subscription { frames: Int }');
  const document = parse('subscription { frames }');
  const watchers = new Set<(result: ExecutionResult) => void>();

  async function* follow(): AsyncGenerator<ExecutionResult> {
    const waiting = [first];
    let wake: (() => void) | undefined;
    const take = (result: ExecutionResult): void => {
      waiting.push(result);
      wake?.();
    };
    watchers.add(take);
    try {
      for (;;) {
        const next = waiting.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      watchers.delete(take);
    }
  }

  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  useServer({ schema, onSubscribe: () => ({ schema, document }), subscribe: () => follow() }, sockets);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    publish: (result) => watchers.forEach((take) => take(result)),
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
    },
  };
}
