import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, ROOT, sourcesIn, SUBGRAPHS } from './support/sources.ts';

const FILES = ['README.md', 'subgraph.ts', 'context.ts', 'entities/tables.ts', 'graphql/loaders.ts', 'migrations/index.ts'];
const FOLDERS = ['domain', 'entities', 'use-cases', 'graphql', 'migrations'];
/** What else may stand beside them. */
const MORE_FOLDERS = new Set(['consumers', 'peers', ...FOLDERS]);
/** Folders only one subgraph has; their README says why. */
const OWN_FOLDERS = new Set(['catalog/outside', 'carts/http', 'catalog/http', 'orders/http', 'orders/payments', 'quotes/http', 'quotes/outside', 'webhooks/outside', 'punchout/http', 'partners/http', 'partners/outside', 'notifications/outside', 'channels/outside']);

/** Where the event of a move is named after its audit. */
const AUDITS_ARE_EVENTS = new Set<string>(['quotes']);

describe.each(SUBGRAPHS)('%s', (name) => {
  const files = filesIn(`subgraphs/${name}`).map((path) => path.slice(`subgraphs/${name}/`.length));
  const sources = sourcesIn(`subgraphs/${name}`);
  const text = (path: string): string => (files.includes(path) ? readFileSync(join(ROOT, `subgraphs/${name}`, path), 'utf8') : '');

  test('has the files and folders every subgraph has, and no other folders', () => {
    expect(FILES.filter((file) => !files.includes(file))).toEqual([]);
    expect(FOLDERS.filter((folder) => !files.some((file) => file.startsWith(`${folder}/`)))).toEqual([]);
    expect(files.filter((file) => file.includes('/') && !MORE_FOLDERS.has(file.split('/')[0] ?? '') && !OWN_FOLDERS.has(`${name}/${file.split('/')[0]}`))).toEqual([]);
  });

  test('exports its parts under the names every subgraph uses', () => {
    expect(text('subgraph.ts')).toContain(`export function ${name}Subgraph(`);
    expect(text('entities/tables.ts')).toContain(`export const ${name}Entities`);
    expect(text('entities/tables.ts')).toContain(`export interface ${name[0]?.toUpperCase()}${name.slice(1)}Tables`);
    expect(text('migrations/index.ts')).toContain(`export const ${name}Migrations`);
  });

  test('says on one screen what it owns, tells, hears and asks', () => {
    const readme = text('README.md');
    expect(readme.split('\n').length).toBeLessThanOrEqual(45);
    for (const row of ['| owns |', '| events out |', '| events in |', '| asks peers |']) expect(readme).toContain(row);
  });

  test('names every event it announces in its README', () => {
    const types = new Set(sources.flatMap(({ path, code }) => eventTypesIn(code, path.includes('/domain/') && AUDITS_ARE_EVENTS.has(name))));
    const readme = text('README.md');
    expect([...types].filter((type) => !new RegExp(`\\b${type}\\b`).test(readme))).toEqual([]);
  });

  test('names every event and peer it depends on in its README', () => {
    const heard = sources.filter(({ path }) => path.includes('/consumers/')).flatMap(({ code }) => [...code.matchAll(/^\s+([A-Z][A-Z_]+):/gm)].map((match) => match[1] ?? ''));
    const asked = sources.flatMap(({ code }) => [...code.matchAll(/subgraph: '([a-z]+)'/g)].map((match) => match[1] ?? ''));
    const readme = text('README.md');
    expect([...new Set([...heard, ...asked])].filter((word) => !new RegExp(`\\b${word}\\b`).test(readme))).toEqual([]);
  });

  test('names every table it owns in its README', () => {
    const tables = sources.filter(({ path }) => path.includes('/entities/')).flatMap(({ code }) => [...code.matchAll(/tableName: '([a-z_]+)'/g)].map((match) => match[1] ?? ''));
    expect(tables.filter((table) => !new RegExp(`\\b${table}\\b`).test(text('README.md')))).toEqual([]);
  });
});

/** Event types are the screaming literals given as an event's `type`, or also as the audit of a move. */
function eventTypesIn(code: string, withAudits: boolean): string[] {
  const literals = withAudits ? /\b(?:type|audit): '([A-Z][A-Z_]+)'/g : /\btype: '([A-Z][A-Z_]+)'/g;
  return [...code.matchAll(literals)].map((match) => match[1] ?? '');
}

test('what is installed is not committed, a link to it neither: a checkout of it would take the place of what is there', () => {
  const { stdout } = spawnSync('git', ['ls-files', 'node_modules'], { cwd: ROOT, encoding: 'utf8' });
  expect(stdout ?? '').toBe('');
});
