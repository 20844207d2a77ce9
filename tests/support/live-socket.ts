import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import type { Result } from './watch.ts';

export type Cut = 'terminate' | 'destroy' | 'reset';

export interface LiveSocket {
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Ends the connection as a bad network does: without a word. */
  cut(how: Cut): void;
  /** Leaves what arrives in the network. */
  pause(): void;
  resume(): void;
}

/** One subscription on a bare socket, which can be treated as no decent client would. */
export function openLiveSocket(url: string, token: string, payload: { query: string; variables: Record<string, unknown> }, onFrame: (result: Result) => void): LiveSocket {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { perMessageDeflate: false });
  const wire = (): Socket | undefined => (socket as unknown as { _socket?: Socket })._socket;
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })));
  socket.on('message', (bytes) => {
    const message = JSON.parse(String(bytes)) as { type: string; payload: unknown };
    if (message.type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
    if (message.type === 'next') onFrame(message.payload as Result);
    if (message.type === 'error') onFrame({ errors: message.payload as Result['errors'] });
    if (message.type === 'complete') socket.close(1000, 'complete');
  });
  socket.on('error', () => undefined); // followed by `close`
  return {
    closed: new Promise((resolve) => socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))),
    cut(how) {
      if (how === 'terminate') socket.terminate();
      else if (how === 'destroy') wire()?.destroy();
      else wire()?.resetAndDestroy();
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  };
}
