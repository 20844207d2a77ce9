import type { Bus } from '#kernel/bus.ts';
import type { DomainEvent } from '#kernel/events.ts';
import { closing } from '#kernel/closing.ts';
import { createMailbox, type Change } from '#kernel/mailbox.ts';

export type ChangeKind = 'SNAPSHOT' | 'CHANGE' | 'RESET';

/** A frame of a subscription, before its fields are read. */
export interface Frame extends Change {
  readonly kind: ChangeKind;
}

export interface Feed {
  /** The frames of one aggregate: a snapshot first or, after a version, every change since; then each change as it commits. */
  follow(aggregateId: string, options: { afterVersion?: number | null; currentVersion: () => Promise<number> }): AsyncIterableIterator<Frame>;
  /** Each change of every aggregate that passes the test, from now on. */
  followAll(concerns: (event: DomainEvent) => boolean): AsyncIterableIterator<Frame>;
}

const changeOf = (event: DomainEvent): Change => ({
  aggregateId: event.aggregateId,
  cause: event.type,
  fromVersion: event.aggregateVersion - 1,
  version: event.aggregateVersion,
  at: event.createdAt,
});

/** Aggregates of which a reader of all is spared repetitions; the longest silent one is forgotten first. */
const REMEMBERED = 10_000;

export function createFeed(bus: Bus, aggregateType: string): Feed {
  /** Listens before it reads anything, so that no commit falls between the snapshot and the first change. */
  function openMailbox(concerns: (event: DomainEvent) => boolean): { take(): Promise<Change | undefined>; close(): void } {
    const mailbox = createMailbox();
    const stop = bus.listen(aggregateType, (event) => {
      if (concerns(event)) mailbox.put(changeOf(event));
    });
    return {
      take: () => mailbox.take(),
      close: () => {
        stop();
        mailbox.close();
      },
    };
  }

  const history = async (id: string, after: number): Promise<Change[]> => (await bus.history(aggregateType, id, after)).map(changeOf);

  /** Written out, not a generator, for that costs several turns a frame, and there are as many of these as watchers. Ask for one at a time. */
  function framesOf(mailbox: { take(): Promise<Change | undefined> }, id: string, options: FollowOptions): AsyncIterableIterator<Frame> {
    let seen: number | undefined;
    let due: Frame[] = [];
    let ended = false;

    /** The first frames, and what has been seen with them. */
    async function begin(): Promise<void> {
      const current = await options.currentVersion();
      if (options.afterVersion == null) {
        due = [{ kind: 'SNAPSHOT', aggregateId: id, cause: 'SNAPSHOT', fromVersion: 0, version: current, at: new Date() }];
        seen = current;
        return;
      }
      const missed = await history(id, options.afterVersion);
      if (options.afterVersion > current || !isGapless(missed, options.afterVersion, current)) {
        due = [{ kind: 'RESET', aggregateId: id, cause: 'RESET', fromVersion: options.afterVersion, version: current, at: new Date() }];
        seen = current;
      } else {
        due = missed.map((change) => ({ kind: 'CHANGE', ...change }));
        seen = missed.at(-1)?.version ?? options.afterVersion;
      }
    }

    /** The bus may skip or reorder; the record does not, but it forgets. */
    async function catchUp(after: number, change: Change): Promise<void> {
      const missed = await history(id, after);
      if (isGapless(missed, after, change.version)) {
        due = missed.map((each) => ({ kind: 'CHANGE', ...each }));
        seen = missed.at(-1)?.version ?? after;
      } else {
        due = [{ kind: 'RESET', aggregateId: id, cause: 'RESET', fromVersion: after, version: change.version, at: change.at }];
        seen = change.version;
      }
    }

    function deliver(change: Change | undefined): IteratorResult<Frame> | Promise<IteratorResult<Frame>> {
      if (!change || ended || seen === undefined) return end();
      if (change.version <= seen) return take();
      if (change.fromVersion > seen) return catchUp(seen, change).then(take);
      const frame: Frame = { kind: 'CHANGE', ...change, fromVersion: seen };
      seen = change.version;
      return { done: false, value: frame };
    }

    function take(): Promise<IteratorResult<Frame>> {
      if (ended) return Promise.resolve(end());
      const frame = due.shift();
      if (frame) return Promise.resolve({ done: false, value: frame });
      return seen === undefined ? begin().then(take) : mailbox.take().then(deliver);
    }

    function end(): IteratorResult<Frame> {
      ended = true;
      return { done: true, value: undefined };
    }

    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: take,
      return: async () => end(),
    };
  }

  return {
    follow(id, options) {
      const mailbox = openMailbox((event) => event.aggregateId === id);
      return closing(framesOf(mailbox, id, options), () => mailbox.close());
    },
    followAll(concerns) {
      const mailbox = openMailbox(concerns);
      async function* frames(): AsyncGenerator<Frame> {
        const seen = new Map<string, number>();
        for (let change = await mailbox.take(); change; change = await mailbox.take()) {
          const last = seen.get(change.aggregateId);
          if (last !== undefined && change.version <= last) continue; // the bus delivers again what a consumer failed on
          seen.delete(change.aggregateId);
          seen.set(change.aggregateId, change.version);
          if (seen.size > REMEMBERED) seen.delete(seen.keys().next().value ?? '');
          yield { kind: 'CHANGE', ...change, fromVersion: last ?? change.fromVersion };
        }
      }
      return closing(frames(), () => mailbox.close());
    },
  };
}

interface FollowOptions {
  afterVersion?: number | null;
  currentVersion: () => Promise<number>;
}

function isGapless(changes: readonly Change[], after: number, current: number): boolean {
  const last = changes.at(-1)?.version ?? after;
  return last >= current && changes.every((change, i) => change.version === after + 1 + i);
}
