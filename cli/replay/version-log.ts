export interface VersionFrame {
  readonly kind: string;
  readonly fromVersion: number;
  readonly version: number;
}

/** What a watcher of one cart has seen. */
export interface VersionLog {
  note(frame: VersionFrame): void;
  readonly last: number;
  /** Versions that came in a frame of their own. */
  readonly seen: number;
  /** Versions that came together with a later one, the reader being slow. */
  readonly coalesced: number;
  readonly troubles: readonly string[];
}

/** Checks frame by frame that no version is left out and none comes twice. */
export function createVersionLog(): VersionLog {
  const troubles: string[] = [];
  let last = 0;
  let seen = 0;
  let coalesced = 0;
  return {
    note({ kind, fromVersion, version }) {
      if (kind === 'RESET') troubles.push(`the stream began anew at version ${version}`);
      else if (version <= last) troubles.push(`version ${version} came after ${last}`);
      else if (fromVersion !== last) troubles.push(`version ${version} came from ${fromVersion}, but ${last} was the last seen`);
      coalesced += Math.max(version - fromVersion - 1, 0);
      seen += 1;
      last = Math.max(last, version);
    },
    get last() {
      return last;
    },
    get seen() {
      return seen;
    },
    get coalesced() {
      return coalesced;
    },
    troubles,
  };
}
