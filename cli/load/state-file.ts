import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sizeOf } from './read-csv.ts';

export interface StateFile<State> {
  readonly path: string;
  /** How far an earlier run came with the same file; undefined at a fresh start. */
  readonly earlier: State | undefined;
  save(state: State): void;
  /** All is done: the next run begins at the beginning. */
  clear(): void;
}

/** Remembers how far a command came with a file. A state of another command, file or size is not taken up. */
export function openStateFile<State>(path: string, command: string, file: string, restart: boolean): StateFile<State> {
  const subject = { command, file: basename(file), size: sizeOf(file) };
  return {
    path,
    earlier: restart ? undefined : readState<State>(path, subject),
    save(state) {
      const draft = `${path}.new`;
      writeFileSync(draft, JSON.stringify({ subject, state }));
      renameSync(draft, path); // a kill leaves the old state or the new one, never half of one
    },
    clear: () => rmSync(path, { force: true }),
  };
}

function readState<State>(path: string, subject: object): State | undefined {
  if (!existsSync(path)) return undefined;
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { subject?: object; state?: State };
  return JSON.stringify(kept.subject) === JSON.stringify(subject) ? kept.state : undefined;
}
