import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT: string = fileURLToPath(new URL('../../../', import.meta.url));

export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The text without comments. */
  readonly code: string;
  readonly lines: number;
  /** What it imports: paths from the root, or names of packages. */
  readonly imports: readonly string[];
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g;

export function sourcesIn(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) => filesIn(folder).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')).map(readSource));
}

/** Paths of all files below a folder; none when there is no such folder. */
export function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !path.includes('/dist/') && !path.includes('node_modules'))
      .sort();
  } catch {
    return []; // not there (yet)
  }
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
  const imports = [...code.matchAll(IMPORT)].map((match) => resolved(path, match[1] ?? ''));
  return { path, text, code, lines: text.trimEnd().split('\n').length, imports };
}

function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('#kernel/')) return `subgraphs/_kernel/${specifier.slice('#kernel/'.length)}`;
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)).split(sep).join('/') : specifier;
}

/** The product's subgraphs, in the order a buyer meets them. */
export const SUBGRAPHS = ['accounts', 'catalog', 'carts', 'quotes', 'orders', 'returns', 'webhooks', 'timeline', 'punchout', 'partners', 'notifications', 'channels'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

export const subgraphOf = (path: string): string | undefined => /^subgraphs\/([^/]+)\//.exec(path)?.[1];

/** domain, entities, use-cases, graphql, consumers, peers, migrations; "root" for the files beside them. */
export const layerOf = (path: string): string => /^subgraphs\/[^/]+\/([^/]+)\//.exec(path)?.[1] ?? 'root';
