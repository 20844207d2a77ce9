import type { Server } from 'node:http';
import type { CloseOptions } from './server.ts';
import type { SubgraphTransport } from './transport.ts';
import type { Sockets } from './ws/accept-sockets.ts';

export interface Drained {
  readonly server: Server;
  readonly sockets: Sockets;
  readonly transport: SubgraphTransport;
  endStreams(): void;
}

const SWEEP_MS = 50;
const SPREAD_MS = 5_000;

/** Readiness already says no. Wait for balancers, stop accepting, send watchers away in turn, let requests finish, hang up. */
export async function drain({ server, sockets, transport, endStreams }: Drained, { delayMs = 0, drainMs = 0 }: CloseOptions): Promise<void> {
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS); // kept-alive connections whose request has finished
  const hangUp = setTimeout(() => server.closeAllConnections(), drainMs);
  endStreams();
  await Promise.all([sockets.close(Math.min(drainMs, SPREAD_MS)), closed]);
  clearInterval(sweep);
  clearTimeout(hangUp);
  await transport.close?.();
}
