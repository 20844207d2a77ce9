import type { Bus } from '#kernel/bus.ts';
import { closing } from '#kernel/closing.ts';
import { newId } from '#kernel/ids.ts';

/** Someone who looks at a thing now. */
export interface Present {
  readonly userId: string;
  readonly since: Date;
}

/** Who looks at what now: kept nowhere, true only as long as their streams are open. */
export interface Presence {
  /** Each user once, the longest there first. */
  at(id: string): Present[];
  /** Is there for as long as the frames are read. */
  during<Frame>(id: string, present: Present, frames: AsyncIterableIterator<Frame>): AsyncIterableIterator<Frame>;
  /** Told each time somebody comes to it or goes. @returns what ends it */
  watch(id: string, changed: () => void): () => void;
}

/** What is told over the bus: a stream that opened, or with `present` null, one that closed. */
interface Told {
  readonly id: string;
  readonly stream: string;
  readonly present: Present | null;
}

/** @param topic what the things are; every process that hears it knows who looks at them, in whatever process */
export function createPresence(bus: Bus, topic: string): Presence {
  const streams = new Map<string, Map<string, Present>>();
  const watchers = new Map<string, Set<() => void>>();

  bus.hear(topic, (message) => {
    const { id, stream, present } = message as Told;
    const before = usersOf(id).length;
    const open = streams.get(id) ?? new Map<string, Present>();
    if (present) streams.set(id, open.set(stream, present));
    else open.delete(stream);
    if (open.size === 0) streams.delete(id);
    if (usersOf(id).length !== before) for (const changed of watchers.get(id) ?? []) changed();
  });

  function usersOf(id: string): Present[] {
    const first = new Map<string, Present>();
    for (const present of streams.get(id)?.values() ?? []) if (!first.has(present.userId)) first.set(present.userId, present);
    return [...first.values()];
  }

  return {
    at: usersOf,
    watch(id, changed) {
      const set = watchers.get(id) ?? new Set();
      watchers.set(id, set.add(changed));
      return () => {
        set.delete(changed);
        if (set.size === 0) watchers.delete(id);
      };
    },
    during<Frame>(id: string, present: Present, frames: AsyncIterableIterator<Frame>): AsyncIterableIterator<Frame> {
      const stream = newId();
      bus.tell(topic, { id, stream, present } satisfies Told);
      return closing(frames, () => bus.tell(topic, { id, stream, present: null } satisfies Told));
    },
  };
}
