import type { Bus } from '#kernel/bus.ts';
import type { DomainEvent } from '#kernel/events.ts';
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

  async function* framesOf(mailbox: { take(): Promise<Change | undefined> }, id: string, options: FollowOptions): AsyncGenerator<Frame> {
    const current = await options.currentVersion();
    let seen: number;
    if (options.afterVersion == null) {
      yield { kind: 'SNAPSHOT', aggregateId: id, cause: 'SNAPSHOT', fromVersion: 0, version: current, at: new Date() };
      seen = current;
    } else {
      const missed = await history(id, options.afterVersion);
      if (options.afterVersion > current || !isGapless(missed, options.afterVersion, current)) {
        yield { kind: 'RESET', aggregateId: id, cause: 'RESET', fromVersion: options.afterVersion, version: current, at: new Date() };
        seen = current;
      } else {
        for (const change of missed) yield { kind: 'CHANGE', ...change };
        seen = missed.at(-1)?.version ?? options.afterVersion;
      }
    }
    for (let change = await mailbox.take(); change; change = await mailbox.take()) {
      if (change.version <= seen) continue;
      // The bus may skip or reorder; the record does not, but it forgets.
      const due = change.fromVersion > seen ? await history(id, seen) : [{ ...change, fromVersion: seen }];
      if (change.fromVersion > seen && !isGapless(due, seen, change.version)) {
        yield { kind: 'RESET', aggregateId: id, cause: 'RESET', fromVersion: seen, version: change.version, at: change.at };
        seen = change.version;
        continue;
      }
      for (const each of due) {
        yield { kind: 'CHANGE', ...each };
        seen = each.version;
      }
    }
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

/** A generator that waits cannot be returned from; closing the mailbox first wakes it. One that failed or ended leaves too. */
function closing(frames: AsyncGenerator<Frame>, close: () => void): AsyncIterableIterator<Frame> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const result = await frames.next();
        if (result.done) close();
        return result;
      } catch (error) {
        close();
        throw error;
      }
    },
    async return() {
      close();
      await frames.return(undefined);
      return { done: true, value: undefined };
    },
    async throw(error) {
      close();
      return frames.throw(error);
    },
  };
}
