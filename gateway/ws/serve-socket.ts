import type { IncomingMessage } from 'node:http';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { createPace } from './pace.ts';
import type { SocketExtra } from './protocol.ts';
import { watchReader, type SlowReaderRules } from './watch-reader.ts';

const PING_MS = 12_000;
/** Room to open fifty subscriptions at once and close them again; then a steady pace. */
const MESSAGES_AT_ONCE = 150;
const MESSAGES_PER_SECOND = 20;

/** One socket from its opening to its end: messages to the protocol, frames to the client, pings, a watch on slow readers. */
export function serveSocket(socket: WebSocket, request: IncomingMessage, protocol: Server<SocketExtra>, rules: SlowReaderRules): void {
  const reader = watchReader(socket, rules);
  const pace = createPace(MESSAGES_AT_ONCE, MESSAGES_PER_SECOND);
  const pinger = keepAlive(socket);
  const send = async (message: string): Promise<void> => {
    if (socket.readyState === socket.OPEN) await reader.send(message);
  };
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send,
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) =>
        socket.on('message', (data) => {
          if (!pace.allows()) return socket.close(CloseCode.TooManyInitialisationRequests, 'Too many messages');
          handle(String(data)).catch(() => socket.close(CloseCode.InternalServerError, 'Internal server error'));
        }),
    },
    { socket, request, send },
  );
  socket.on('error', () => socket.terminate()); // a broken frame or connection: nothing to say to it
  socket.once('close', (code, reason) => {
    clearInterval(pinger);
    reader.stop();
    void closed(code, String(reason));
  });
}

/** A peer that vanished without a word is noticed within two pings. */
function keepAlive(socket: WebSocket): NodeJS.Timeout {
  let answered = true;
  socket.on('pong', () => (answered = true));
  return setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, PING_MS);
}
