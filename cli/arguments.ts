import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from './exit.ts';

export const PRODUCT_OPTIONS = {
  url: { type: 'string', default: 'http://localhost:4000/graphql' },
  token: { type: 'string' },
  email: { type: 'string' },
  password: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const FILE_OPTIONS = {
  state: { type: 'string' },
  errors: { type: 'string' },
  restart: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

/** Flags and the words between them. @throws UsageError naming what is wrong */
export function readArguments<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options, words: readonly string[]) {
  const parsed = parse(args, options);
  const missing = words[parsed.positionals.length];
  if (missing) throw new UsageError(`${missing} is missing.`);
  const surplus = parsed.positionals[words.length];
  if (surplus !== undefined) throw new UsageError(`What is "${surplus}"?`);
  return parsed;
}

function parse<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError unless the text is a whole number of at least one */
export function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--${name} is a whole number of at least 1, not "${text}".`);
  return count;
}
