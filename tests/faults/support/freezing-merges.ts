import { startEmbedded } from '../../../gateway/embedded.ts';

/*
 * The product in a process that is going to be killed: a merge whose reason says "3 at AGREED" stands still for ever at that
 * point in life 3, as if time had stopped there.
 */
const { DATA_DIR: dataDir = '', PORT: port, LIFE: life } = process.env;
const embedded = await startEmbedded({
  dataDir,
  port: Number(port),
  env: process.env,
  mergeFailpoint(point, { reason }) {
    if (reason !== `${life} at ${point}`) return;
    process.stdout.write(`frozen at ${point}\n`);
    return new Promise<void>(() => undefined);
  },
});
process.on('SIGTERM', () => void embedded.close({ delayMs: 0, drainMs: 0 }).then(() => process.exit(0)));
