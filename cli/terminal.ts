/** Where a command reads its surroundings and writes to; tests give one of their own. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results, for people and pipes. */
  say(line: string): void;
  /** Troubles and progress. */
  readonly errors: { readonly isTTY?: boolean; write(text: string): unknown };
}

export const processTerminal: Terminal = { env: process.env, say: (line) => console.log(line), errors: process.stderr };
