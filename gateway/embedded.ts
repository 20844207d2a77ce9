import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { inProcessBus } from '#kernel/bus.ts';
import { systemClock, type Clock } from '#kernel/clock.ts';
import type { Env } from '#kernel/settings.ts';
import type { Host, RunningSubgraph } from '#kernel/subgraph.ts';
import { openIssuer, type Issuer } from '../subgraphs/accounts/issuer.ts';
import { keepMail } from '../subgraphs/notifications/outside/keep-mail.ts';
import type { Mail } from '../subgraphs/notifications/outside/mailer.ts';
import { createAuthenticate } from './authenticate.ts';
import { serveRoutes } from './http/serve-routes.ts';
import { STRICT_LIMITS } from './limits/limits.ts';
import { localPeers } from './local-peers.ts';
import { serveSubgraphs } from './serve-subgraphs.ts';
import { startGateway, type CloseOptions, type RunningGateway } from './server.ts';
import { ourSubgraphs } from './subgraphs.ts';
import { inProcess, type LocalSubgraph } from './transports/in-process.ts';

export interface EmbeddedOptions {
  /** Where the SQLite files and the issuer's key are kept; ":memory:" keeps nothing. */
  readonly dataDir: string;
  readonly port?: number;
  readonly host?: string;
  readonly demo?: boolean;
  /** Settings of the subgraphs by their names in the environment; the defaults when left out. */
  readonly env?: Env;
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Opens the subgraphs over HTTP too, from this port on; for another gateway beside ours. */
  readonly subgraphPort?: number;
  /** Tests stop checkouts dead here. */
  readonly failpoint?: Parameters<typeof ourSubgraphs>[0]['failpoint'];
  /** And merges here. */
  readonly mergeFailpoint?: Parameters<typeof ourSubgraphs>[0]['mergeFailpoint'];
  readonly onRequest?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
}

export interface Embedded {
  readonly gateway: RunningGateway;
  readonly issuer: Issuer;
  readonly subgraphs: ReadonlyMap<string, RunningSubgraph>;
  /** How many live subscriptions have ever begun to listen for changes. */
  listened(): number;
  /** E-mails since the start, where no mail server takes them. */
  mails(): readonly Mail[];
  /** Resolves when every announced event has been delivered, and what followed from it too. */
  settle(): Promise<void>;
  close(options?: CloseOptions): Promise<void>;
}

const SUPERGRAPH = new URL('../schema/supergraph.graphql', import.meta.url);

/** The all-in-one composition root: gateway, subgraphs, bus and databases in one process. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, demo = true, clock = systemClock, logger = pino({ level: 'silent' }), env = {} } = options;
  const issuer = await openIssuer(dataDir === ':memory:' ? undefined : join(dataDir, 'issuer.jwk.json'));
  const running = new Map<string, RunningSubgraph>();
  const everyoneListens = Promise.withResolvers<void>();
  const bus = inProcessBus(everyoneListens.promise);
  const preview = keepMail(dataDir);
  const host: Host = {
    dataDir,
    clock,
    bus,
    peers: localPeers(running),
    log: (message, facts) => logger.warn(facts, message),
  };
  for (const subgraph of ourSubgraphs({ issuer, demo, env, failpoint: options.failpoint, mergeFailpoint: options.mergeFailpoint, preview })) running.set(subgraph.name, await subgraph.run(host));
  everyoneListens.resolve();

  const auth = { issuer: issuer.issuer, audience: issuer.audience, keys: issuer.keys };
  const onRoute = serveRoutes([...running.values()].flatMap(({ routes }) => routes), createAuthenticate(auth));
  const gateway = await startGateway({
    supergraphSdl: readFileSync(SUPERGRAPH, 'utf8'),
    transport: inProcess(Object.fromEntries([...running].map(([name, subgraph]) => [name, asLocal(subgraph)]))),
    port: options.port ?? 0,
    host: options.host,
    auth,
    mask: true,
    limits: STRICT_LIMITS,
    logger,
    onRequest: async (request, response) =>
      serveKeys(request, response, issuer) || (await onRoute(request, response)) || ((await options.onRequest?.(request, response)) ?? false),
  });
  const served = options.subgraphPort === undefined ? [] : await serveSubgraphs(running.values(), options.subgraphPort, join(dataDir, 'internal-secret'));

  return {
    gateway,
    issuer,
    subgraphs: running,
    listened: () => bus.listened(),
    mails: () => preview.sent(),
    async settle() {
      // An event may lead to others in subgraphs already looked at: once more than there are subgraphs settles all chains.
      for (let round = 0; round <= running.size; round++) for (const subgraph of running.values()) await subgraph.idle();
    },
    async close(closing) {
      await gateway.close(closing);
      for (const each of served) await each.close();
      for (const subgraph of running.values()) await subgraph.stop();
    },
  };
}

/** The public keys of the built-in issuer, for gateways and subgraphs elsewhere. */
function serveKeys(request: IncomingMessage, response: ServerResponse, issuer: Issuer): boolean {
  if (request.url !== '/.well-known/jwks.json') return false;
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(issuer.jwks));
  return true;
}

function asLocal({ schema, contextFor, subscribe }: RunningSubgraph): LocalSubgraph {
  return {
    schema,
    contextFor,
    subscribe: (document, variables, operationName, facts) => subscribe({ document, variables, operationName, facts }),
  };
}
