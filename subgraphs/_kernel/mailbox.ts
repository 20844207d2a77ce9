/** What happened to one aggregate, over one version or, when a reader was slow, over several. */
export interface Change {
  readonly aggregateId: string;
  readonly cause: string;
  readonly fromVersion: number;
  readonly version: number;
  readonly at: Date;
}

export interface Mailbox {
  put(change: Change): void;
  /** The next change, or undefined once the mailbox is closed and empty. */
  take(): Promise<Change | undefined>;
  close(): void;
}

/** Changes of one aggregate that may wait singly; a reader further behind gets them as one. */
const SINGLE_LIMIT = 256;

/**
 * A bounded letter box between the bus and one subscriber: never blocks the writer, never grows past
 * SINGLE_LIMIT entries an aggregate. A reader that keeps up sees each version; for one that does not the waiting
 * changes of an aggregate become one that spans them: nothing is skipped, it is only told at once.
 */
export function createMailbox(limit: number = SINGLE_LIMIT): Mailbox {
  const waiting = new Map<string, Change[]>(); // aggregates take turns, so that a busy one does not starve the others
  let closed = false;
  const takers: ((change: Change | undefined) => void)[] = [];

  const next = (): Change | undefined => {
    for (const [aggregateId, changes] of waiting) {
      const change = changes.shift();
      waiting.delete(aggregateId);
      if (changes.length > 0) waiting.set(aggregateId, changes);
      if (change) return change;
    }
    return undefined;
  };

  return {
    put(change) {
      if (closed) return;
      const changes = waiting.get(change.aggregateId);
      if (!changes) waiting.set(change.aggregateId, [change]);
      else if (changes.length < limit) changes.push(change);
      else waiting.set(change.aggregateId, [[...changes, change].reduce(spanning)]);
      takers.shift()?.(next());
    },
    take() {
      const change = next();
      if (change || closed) return Promise.resolve(change);
      return new Promise((resolve) => takers.push(resolve));
    },
    close() {
      closed = true;
      waiting.clear();
      for (const give of takers.splice(0)) give(undefined);
    },
  };
}

/** The bus may deliver again or out of order: the newest version wins, not the last letter. */
function spanning(a: Change, b: Change): Change {
  return { ...(b.version > a.version ? b : a), fromVersion: Math.min(a.fromVersion, b.fromVersion) };
}
