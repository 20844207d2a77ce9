import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { World } from './world.ts';

export const socketUrl = (world: World): string => world.gateway.url.replace(/^http/, 'ws');

export const connect = (world: World, options: Partial<ClientOptions> = {}): Client => createClient({ url: socketUrl(world), webSocketImpl: WebSocket, retryAttempts: 0, lazy: true, ...options });

/** A bare socket that speaks the protocol by hand, for what a well-behaved client would not do. */
export interface RawSocket {
  readonly socket: WebSocket;
  readonly closed: Promise<{ code: number; reason: string }>;
  send(message: unknown): void;
  /** The next message of that type. */
  next(type: string): Promise<Record<string, unknown>>;
}

export async function connectRaw(world: World, headers: Record<string, string> = {}, protocol = 'graphql-transport-ws'): Promise<RawSocket> {
  const socket = new WebSocket(socketUrl(world), protocol, { headers });
  const seen: Record<string, unknown>[] = [];
  let wake = (): void => undefined;
  socket.on('message', (data) => {
    seen.push(JSON.parse(String(data)) as Record<string, unknown>);
    wake();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })));
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    socket,
    closed,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async next(type) {
      for (;;) {
        const index = seen.findIndex((message) => message.type === type);
        if (index >= 0) return seen.splice(index, 1)[0] ?? {};
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

export async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
