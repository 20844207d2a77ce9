import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from '../../cli/terminal.ts';

export interface FakeTerminal extends Terminal {
  readonly said: string[];
  readonly warned: string[];
}

export function fakeTerminal(env: Record<string, string> = {}): FakeTerminal {
  const said: string[] = [];
  const warned: string[] = [];
  return { env, said, warned, say: (line) => void said.push(line), errors: { write: (text) => warned.push(text) } };
}

/** A directory of its own for one test. */
export interface Folder extends Disposable {
  readonly path: string;
  at(name: string): string;
  /** @returns the path of the file */
  write(name: string, text: string | Buffer): string;
}

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'cartwright-'));
  const at = (name: string): string => join(path, name);
  return {
    path,
    at,
    write(name, text) {
      writeFileSync(at(name), text);
      return at(name);
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

export async function* eachOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
