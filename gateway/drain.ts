import type { Server } from 'node:http';
import type { CloseOptions } from './server.ts';
import type { SubgraphTransport } from './transport.ts';
import type { Sockets } from './ws/accept-sockets.ts';

/** Readiness already says no. Wait for balancers, stop accepting, send watchers away in turn, let requests finish, hang up. */
export async function drain(parts: { server: Server; sockets: Sockets; transport: SubgraphTransport }, { delayMs = 0, drainMs = 0 }: CloseOptions): Promise<void> {
  const { server, sockets, transport } = parts;
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const hangUp = setTimeout(() => server.closeAllConnections(), drainMs);
  await Promise.all([sockets.close(Math.min(drainMs, 5_000)), closed]);
  clearTimeout(hangUp);
  await transport.close?.();
}
