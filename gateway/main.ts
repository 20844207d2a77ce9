import { pino } from 'pino';
import { readConfig, type GatewayConfig } from './config.ts';
import { startGateway } from './server.ts';
import { overHttp } from './transports/over-http.ts';
import { USAGE } from './usage.ts';

const DRAIN_MS = 8_000;
const FORCED_EXIT_MS = 25_000;

/* The gateway as a product of its own: a supergraph file in, one endpoint out. */
if (process.argv.includes('--help')) {
  console.log(USAGE);
  process.exit(0);
}
const config = read();
const { urls, internalSecret, logLevel, drainDelayMs, ...options } = config;
const gateway = await startGateway({
  ...options,
  transport: overHttp({ supergraphSdl: config.supergraphSdl, urls, internalSecret }),
  logger: pino({ level: logLevel }),
});
console.log(`Gateway ready at ${gateway.url}`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());

async function stop(): Promise<void> {
  if (stopping) process.exit(1); // a second signal: at once
  stopping = true;
  setTimeout(() => process.exit(1), FORCED_EXIT_MS).unref();
  await gateway.close({ delayMs: drainDelayMs, drainMs: DRAIN_MS });
  process.exit(0);
}

function read(): GatewayConfig {
  try {
    return readConfig(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
