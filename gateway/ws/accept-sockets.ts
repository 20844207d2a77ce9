import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { isAllowedOrigin, type CorsAllowList } from '../http/cors.ts';
import { createProtocol, type ProtocolOptions } from './protocol.ts';
import { serveSocket } from './serve-socket.ts';
import type { SlowReaderRules } from './watch-reader.ts';

const MAX_FRAME_BYTES = 64 * 1024;

export interface SocketOptions extends ProtocolOptions {
  readonly path: string;
  readonly origins: CorsAllowList;
  readonly slowReader: SlowReaderRules;
}

export interface Sockets {
  /** Closes every socket with 1001, spread over the given time so that clients do not come back all at once. */
  close(spreadMs: number): Promise<void>;
}

/** GraphQL over WebSocket on the HTTP server's own port. */
export function acceptSockets(server: Server, options: SocketOptions): Sockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false, handleProtocols });
  const protocol = createProtocol(options);
  sockets.on('connection', (socket, request: IncomingMessage) => serveSocket(socket, request, protocol, options.slowReader));

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== options.path) return refuseUpgrade(stream, '404 Not Found');
    if (!isAllowedOrigin(request, options.origins)) return refuseUpgrade(stream, '403 Forbidden');
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request));
  });

  return {
    async close(spreadMs) {
      const open = [...sockets.clients];
      await Promise.all(open.map(async (socket, index) => {
        if (spreadMs > 0) await pause((spreadMs * (index + Math.random())) / open.length);
        socket.close(1001, 'Going away');
      }));
      sockets.close();
      await Promise.race([Promise.all(open.map((socket) => socket.readyState === socket.CLOSED || new Promise((resolve) => socket.once('close', resolve)))), pause(1_000)]);
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
