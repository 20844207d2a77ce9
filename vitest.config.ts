import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// graphql 16 ships both module formats; one alias keeps one copy, or instanceof checks fail.
const require = createRequire(import.meta.url);

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql/index.js') }] },
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
    server: { deps: { inline: [/graphql/, /type-graphql/, /@apollo/] } },
  },
});
