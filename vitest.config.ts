import { createRequire } from 'node:module';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

// graphql 16 ships both module formats; one alias keeps one copy, or instanceof checks fail.
const require = createRequire(import.meta.url);

const shared: NonNullable<ViteUserConfig['test']> = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'forks',
  server: { deps: { inline: [/graphql/, /type-graphql/, /@apollo/] } },
};

/** Those that start processes, measure, or read what a whole process has registered. */
const APART = ['tests/contracts/**/*.test.ts', 'tests/faults/**/*.test.ts', 'tests/attacks/**/*.test.ts', 'tests/browser/**/*.test.ts', 'tests/cli/**/*.test.ts', 'tests/replay/**/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Every world is its own object graph, so files share a process: the code is loaded, and warm, once.
      { extends: true, test: { ...shared, name: 'together', include: ['tests/**/*.test.ts'], exclude: APART, isolate: false } },
      { extends: true, test: { ...shared, name: 'apart', include: APART } },
    ],
  },
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql/index.js') }] },
});
