import { WebSocket } from 'ws';
import { answerOrders } from './helper-process.ts';
import { monotonicMs } from './monotonic.ts';

export type WatchOrder =
  | { readonly kind: 'open'; readonly url: string; readonly watchers: number; readonly token?: string; readonly query: string }
  | { readonly kind: 'close' }
  /** Answered, when every watcher has had the frame of that version, with the moments they had it. */
  | { readonly kind: 'arrivals'; readonly version: number }
  | { readonly kind: 'post'; readonly url: string; readonly token: string; readonly query: string };

/** The queries of this bench ask for the version first. */
const VERSION = /"version":(\d+)/;
const sockets: WebSocket[] = [];
const arrivals = new Map<number, number[]>();
const waiting = new Map<number, (moments: number[]) => void>();

function arrived(frame: string, moment: number): void {
  const version = Number(VERSION.exec(frame)?.[1]);
  const moments = arrivals.get(version) ?? [];
  arrivals.set(version, moments);
  if (moments.push(moment) < sockets.length) return;
  waiting.get(version)?.(moments);
}

/** graphql-transport-ws by hand: a client library's own work would be measured too. Resolves with the first frame. */
function watch({ url, token, query }: Extract<WatchOrder, { kind: 'open' }>): Promise<void> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    let open = false;
    socket.on('error', reject);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: token ? { authorization: `Bearer ${token}` } : {} })));
    socket.on('message', (data) => {
      const moment = monotonicMs();
      const text = String(data);
      if (text.includes('"type":"ping"')) socket.send('{"type":"pong"}');
      else if (text.includes('"type":"connection_ack"')) socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
      else if (!text.includes('"type":"next"') || text.includes('"errors"')) reject(new Error(text.slice(0, 500)));
      else if (open) arrived(text, moment);
      else {
        open = true;
        resolve();
      }
    });
  });
}

answerOrders<WatchOrder>(async (order) => {
  if (order.kind === 'open') {
    for (let i = 0; i < order.watchers; i++) await watch(order);
  } else if (order.kind === 'close') {
    for (const socket of sockets.splice(0)) socket.terminate();
    arrivals.clear();
  } else if (order.kind === 'arrivals') {
    const known = arrivals.get(order.version);
    return known?.length === sockets.length ? known : new Promise((resolve) => waiting.set(order.version, resolve));
  } else {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${order.token}` };
    return (await fetch(order.url, { method: 'POST', headers, body: JSON.stringify({ query: order.query }) })).json();
  }
  return undefined;
});
