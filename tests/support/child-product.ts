import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The product as `npm start` runs it, in a process of its own. */
export interface ChildProduct {
  readonly url: string;
  readonly startedInMs: number;
  /** As pulling the plug of the process: no handler runs. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
  residentMb(): number;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 60_000;

export interface ChildOptions {
  /** Instead of what `npm start` runs. */
  readonly entry?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Told what it says, as it says it. */
  readonly onWords?: (words: string) => void;
}

export async function startChild(dataDir: string, port: number, { entry = 'gateway/start.ts', env, onWords }: ChildOptions = {}): Promise<ChildProduct> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      words = (words + String(bytes)).slice(-4_000);
      onWords?.(String(bytes));
    });
  }
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const origin = `http://127.0.0.1:${port}`;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || performance.now() - began > START_MS) {
      child.kill('SIGKILL'); // nobody else knows of it
      throw new Error(`The product did not start: ${words}`);
    }
    await sleep(10);
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return (await ended)[0];
  };
  return {
    url: `${origin}/graphql`,
    startedInMs: performance.now() - began,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    residentMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
  };
}

const isReady = (origin: string): Promise<boolean> =>
  fetch(`${origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
