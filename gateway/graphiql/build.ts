/**
 * Builds the GraphiQL page into ./dist from the packages in node_modules: `node gateway/graphiql/build.ts`.
 * Does nothing when dist is up to date, and only says so when the build tools were left out (`npm ci --omit=dev`).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PAGE = join(HERE, 'page');
const DIST = join(HERE, 'dist');
const STAMP = join(DIST, 'built-from');
const PACKAGES = ['graphiql', '@graphiql/react', 'monaco-editor', 'monaco-graphql', 'graphql', 'graphql-ws', 'react', 'react-dom', 'vite'];

const stamp = fingerprint();
if (stamp === null) console.log('GraphiQL: not built, because its packages are not installed (npm ci without --omit=dev installs them).');
else if (stamp === builtFrom()) console.log('GraphiQL: up to date.');
else await buildPage(stamp);

async function buildPage(from: string): Promise<void> {
  const started = performance.now();
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: PAGE,
    base: '/graphiql-assets/',
    logLevel: 'warn',
    resolve: { dedupe: ['graphql', 'react', 'react-dom'] },
    worker: { format: 'es' },
    build: {
      outDir: DIST,
      emptyOutDir: true,
      assetsDir: '',
      assetsInlineLimit: 0,
      target: 'es2023',
      reportCompressedSize: false,
      rolldownOptions: {
        // "use client" and the like speak to other bundlers; here they mean nothing.
        onLog: (level, log, print) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : print(level, log)),
      },
      chunkSizeWarningLimit: 10_000, // the editor is one large chunk, loaded once and kept for a year
    },
  });
  const bytes = zipAssets();
  writeFileSync(STAMP, from);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`GraphiQL: built in ${seconds} s, ${(bytes / 1e6).toFixed(1)} MB.`);
}

/** A gzipped copy beside each file, so that serving costs no compression. Returns the size without the copies. */
function zipAssets(): number {
  const files = readdirSync(DIST).filter((name) => name !== 'index.html');
  return files.reduce((sum, name) => {
    const content = readFileSync(join(DIST, name));
    writeFileSync(join(DIST, `${name}.gz`), gzipSync(content));
    return sum + content.byteLength;
  }, 0);
}

/** What the build is made from: this script, the page's files and the versions of the packages in it; null without them. */
function fingerprint(): string | null {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  for (const entry of readdirSync(PAGE, { recursive: true, withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  }
  for (const name of PACKAGES) {
    const version = installedVersion(name);
    if (version === null) return null;
    hash.update(`${name}@${version}`);
  }
  return hash.digest('hex');
}

function installedVersion(name: string): string | null {
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    const manifest = readOrNull(join(folder, name, 'package.json'));
    if (manifest) return (JSON.parse(manifest) as { version: string }).version;
  }
  return null;
}

function builtFrom(): string | null {
  return readOrNull(STAMP);
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // not there: not installed, or not built yet
  }
}
