import { setTimeout as sleep } from 'node:timers/promises';
import { openEventStream } from './event-stream.ts';
import { openLiveSocket, type Cut } from './live-socket.ts';
import type { Data } from './session.ts';
import type { Result } from './watch.ts';

/** What every follower asks; `more` adds to the cart. */
export const followed = (more = ''): string =>
  `subscription ($cartId: ID!, $after: Int) { cartChanged(cartId: $cartId, afterVersion: $after) { kind cause fromVersion version cart { id version ${more} } } }`;

export interface Frame {
  readonly kind: string;
  readonly cause: string;
  readonly fromVersion: number;
  readonly version: number;
  readonly cart: Data;
  /** performance.now() */
  readonly arrivedAt: number;
}

export interface Follower {
  readonly frames: readonly Frame[];
  /** What a client must never see: a gap, an overlap, an error. Empty when all went well. */
  readonly breaches: readonly string[];
  readonly connections: () => number;
  readonly seen: () => number;
  readonly closes: readonly number[];
  reach(version: number, withinMs?: number): Promise<void>;
  cut(how: Cut): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

export interface FollowOptions {
  readonly url: string;
  readonly token: string;
  readonly cartId: string;
  readonly by?: 'socket' | 'events';
  readonly more?: string;
  /** Whether to come back after a cut, with `afterVersion`. */
  readonly returns?: boolean;
}

const AGAIN_MS = 20;

/** Follows a cart through every cut as the docs tell a client to: remembers the last version, comes back with `afterVersion`. */
export function followCart({ url, token, cartId, by = 'socket', more, returns = true }: FollowOptions): Follower {
  const frames: Frame[] = [];
  const breaches: string[] = [];
  const closes: number[] = [];
  let seen: number | undefined;
  let connections = 0;
  let stopped = false;
  let wire: { cut(how: Cut): void; pause?(): void; resume?(): void } | undefined;
  const waiting = new Set<() => void>();

  function take({ data, errors }: Result): void {
    const frame = data?.cartChanged as Omit<Frame, 'arrivedAt'> | undefined;
    if (errors || !frame) return void breaches.push(`an error: ${JSON.stringify(errors)}`);
    const { kind, fromVersion, version, cart } = frame;
    if (seen === undefined && kind !== 'SNAPSHOT') breaches.push(`the first frame is a ${kind}`);
    if (seen !== undefined && (kind !== 'CHANGE' || fromVersion !== seen || version <= fromVersion)) breaches.push(`${kind} ${fromVersion}..${version} after ${seen}`);
    if (cart.version < version) breaches.push(`the cart of version ${version} is at ${cart.version}`);
    seen = version;
    frames.push({ ...frame, arrivedAt: performance.now() });
    for (const wake of waiting) wake();
    waiting.clear();
  }

  async function connect(): Promise<void> {
    const payload = { query: followed(more), variables: { cartId, after: seen } };
    if (by === 'socket') {
      const socket = openLiveSocket(url, token, payload, take);
      wire = socket;
      closes.push((await socket.closed).code);
    } else {
      const { results, cut } = openEventStream(url, token, payload.query, payload.variables);
      wire = { cut };
      for await (const result of results) take(result);
    }
  }

  async function keepConnected(): Promise<void> {
    while (!stopped) {
      connections++;
      await connect().catch(() => undefined); // nobody is there yet: again
      if (!returns) return;
      await sleep(AGAIN_MS);
    }
  }

  void keepConnected();
  return {
    frames,
    breaches,
    closes,
    connections: () => connections,
    seen: () => seen ?? 0,
    async reach(version, withinMs = 10_000) {
      const end = performance.now() + withinMs;
      while ((seen ?? -1) < version) {
        const left = end - performance.now();
        if (left <= 0) throw new Error(`The follower stands at ${seen}, not ${version}: ${breaches.join('; ')}`);
        await Promise.race([sleep(left, undefined, { ref: false }), new Promise<void>((resolve) => waiting.add(resolve))]);
      }
    },
    cut: (how) => wire?.cut(how),
    pause: () => wire?.pause?.(),
    resume: () => wire?.resume?.(),
    stop() {
      stopped = true;
      wire?.cut('terminate');
    },
  };
}
