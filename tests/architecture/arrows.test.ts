import { describe, expect, test } from 'vitest';
import { layerOf, sourcesIn, subgraphOf, SUBGRAPHS } from './support/sources.ts';

/** What a layer of a subgraph may import of its own subgraph; the kernel is open to all, other subgraphs to none. */
const MAY_IMPORT: { readonly [layer: string]: readonly string[] } = {
  domain: ['domain'],
  entities: ['domain', 'entities'],
  'use-cases': ['domain', 'entities', 'use-cases', 'peers', 'outside', 'payments', 'root'],
  files: ['files'],
  http: ['domain', 'use-cases', 'http', 'root'],
  peers: ['domain', 'peers'],
  outside: ['domain', 'outside'],
  payments: ['domain', 'payments'],
  graphql: ['domain', 'entities', 'use-cases', 'graphql', 'outside', 'root'],
  consumers: ['domain', 'entities', 'use-cases', 'root'],
  migrations: ['migrations'],
  root: ['domain', 'entities', 'use-cases', 'peers', 'graphql', 'http', 'consumers', 'migrations', 'outside', 'files', 'payments', 'root'],
};

/** The only files outside the subgraphs that see them, and why. */
const SEES_SUBGRAPHS: { readonly [path: string]: string } = {
  'gateway/embedded.ts': 'the all-in-one composition root',
  'gateway/subgraphs.ts': 'the list of the eight subgraphs',
  'gateway/start.ts': 'the all-in-one process prints the demo people, whom accounts owns',
  'schema/write-schema.ts': 'composes what the subgraphs make',
  'schema/compose-schema.ts': 'composes what the subgraphs make',
  'cli/product/mint-tokens.ts': 'signs tokens for loaded customers with the key of the built-in issuer',
};

const subgraphSources = sourcesIn('subgraphs');

describe.each([...SUBGRAPHS, '_kernel'])('%s', (name) => {
  const own = subgraphSources.filter(({ path }) => subgraphOf(path) === name);

  test('imports no other subgraph, no gateway, and the kernel imports no subgraph', () => {
    const wrong = own.flatMap(({ path, imports }) =>
      imports.filter((target) => (target.startsWith('subgraphs/') && subgraphOf(target) !== name && subgraphOf(target) !== '_kernel') || /^(gateway|cli|tests|schema|bench)\//.test(target)).map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(SUBGRAPHS)('inside %s', (name) => {
  const own = subgraphSources.filter(({ path }) => subgraphOf(path) === name);

  test('arrows point inwards: graphql, consumers -> use-cases -> domain, entities', () => {
    const wrong = own.flatMap(({ path, imports }) =>
      imports
        .filter((target) => subgraphOf(target) === name && !(MAY_IMPORT[layerOf(path)] ?? []).includes(layerOf(target)))
        .map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('use cases and consumers know no GraphQL, and the ORM is known only where tables are', () => {
    const wrong = own.flatMap(({ path, imports }) => {
      const layer = layerOf(path);
      return imports
        .filter((target) => (/^(graphql|type-graphql|@apollo)/.test(target) && layer !== 'graphql') || (target.startsWith('@mikro-orm/') && ['domain', 'peers', 'consumers'].includes(layer)))
        .map((target) => `${path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('domain', () => {
  const domain = subgraphSources.filter(({ path }) => layerOf(path) === 'domain');
  const PACKAGES = new Set(['decimal.js', 'node:crypto']); // exact arithmetic, and hashes of what is passed in
  const KERNEL = new Set(['money', 'quantity', 'lifecycle', 'errors', 'viewer', 'events', 'option-choice', 'time-zone', 'share-roles', 'share-notices', 'party-usage', 'sign-request', 'attachments', 'fact-changes'].map((file) => `subgraphs/_kernel/${file}.ts`));
  /** accounts hashes passwords, which takes randomness and time: no rule of commerce. */
  const ELSEWHERE = new Set(['subgraphs/accounts/domain/password.ts']);

  test('imports rules only: no ORM, no GraphQL, no input or output', () => {
    const wrong = domain.flatMap(({ path, imports }) =>
      imports.filter((target) => (target.startsWith('subgraphs/') ? layerOf(target) !== 'domain' && !KERNEL.has(target) : !PACKAGES.has(target))).map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('knows no clock, no chance and no settings', () => {
    const IMPURE = /Date\.now|new Date\(\)|process\.|Math\.random|randomUUID|randomBytes|performance\.|setTimeout|fetch\(|\bawait\b|\basync\b|console\./;
    const wrong = domain.filter(({ path, code }) => !ELSEWHERE.has(path) && IMPURE.test(code)).map(({ path, code }) => `${path}: ${IMPURE.exec(code)?.[0]}`);
    expect(wrong).toEqual([]);
  });
});

describe('gateway', () => {
  test('sees no subgraph but in its composition roots', () => {
    const wrong = sourcesIn('gateway', 'cli', 'schema').flatMap(({ path, imports }) =>
      imports.filter((target) => target.startsWith('subgraphs/') && subgraphOf(target) !== '_kernel' && !(path in SEES_SUBGRAPHS)).map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps its planner in one file', () => {
    const wrong = sourcesIn('gateway').filter(({ path, imports }) => imports.some((target) => target.startsWith('@graphql-hive/')) && path !== 'gateway/planner.ts').map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

test('nothing imports a library whose licence forbids it', () => {
  const wrong = sourcesIn('subgraphs', 'gateway', 'cli', 'schema', 'bench', 'tests').flatMap(({ path, imports }) => imports.filter((target) => /^@apollo\/(gateway|composition)/.test(target)).map((target) => `${path} -> ${target}`));
  expect(wrong).toEqual([]);
});
