import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { serveSubgraph, type ServedSubgraph } from '#kernel/serve-subgraph.ts';
import type { RunningSubgraph } from '#kernel/subgraph.ts';

/**
 * Puts the subgraphs of this process on the wire too, on ports one after the other from `firstPort` (in the order of
 * gateway/subgraphs.ts, as schema/supergraph.graphql says), so that another gateway can compose them with an integrator's.
 * @param secretFile holds what that gateway must sign its calls with (--internal-secret-file); made when missing
 */
export async function serveSubgraphs(running: Iterable<RunningSubgraph>, firstPort: number, secretFile: string): Promise<ServedSubgraph[]> {
  if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(32).toString('base64url'), { mode: 0o600 });
  const secret = readFileSync(secretFile, 'utf8').trim();
  const served: ServedSubgraph[] = [];
  let port = firstPort;
  for (const subgraph of running) served.push(await serveSubgraph(subgraph, { port: port++, secret }));
  return served;
}
