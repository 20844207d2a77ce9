import { describe, expect, test } from 'vitest';
import { filesIn, layerOf, sourcesIn, subgraphOf, SUBGRAPHS } from './support/sources.ts';

const product = sourcesIn('subgraphs', 'gateway', 'cli', 'schema');

/** The main files of processes read the environment and hand it to a config; nobody else does. */
const MAINS = /^(gateway\/(main|start)|cli\/[a-z-]+|subgraphs\/main)\.ts$/;
/** Mentions of the environment as the default of a config reader. */
const CONFIG_DEFAULT = /read\w*Config\(process\.env\)/g;

test('the environment is read in config files and by main files only', () => {
  const wrong = product.filter(({ path, code }) => /process\.env/.test(code.replace(CONFIG_DEFAULT, '')) && !/(^|\/)([a-z-]+-)?config\.ts$/.test(path) && !MAINS.test(path));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no type is switched off', () => {
  const OFF = /(:|\bas|<|\||,|=)\s*any\b(?!\s*\()|\bany\[\]/;
  const STRINGS = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
  const wrong = product.filter(({ text, code }) => /@ts-(ignore|expect-error|nocheck)/.test(text) || OFF.test(code.replace(STRINGS, "''"))).map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('no file is longer than 250 lines, unless its first line says why', () => {
  const wrong = [...product, ...sourcesIn('tests', 'bench')].filter(({ lines, text }) => lines > 250 && !/^(\/\/|\/\*)/.test(text)).map(({ path, lines }) => `${path}: ${lines}`);
  expect(wrong).toEqual([]);
});

test('the median file of the product is shorter than 60 lines, and 95 of 100 are shorter than 170', () => {
  const sizes = product.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(60);
  expect(sizes[Math.floor(sizes.length * 0.95)]).toBeLessThan(170);
});

test('there are no barrels: migrations/index.ts is a list, not a re-export', () => {
  const wrong = product.filter(({ path, code }) => (path.endsWith('/index.ts') && !path.endsWith('/migrations/index.ts')) || /export \* from/.test(code)).map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('there are no default exports', () => {
  expect(product.filter(({ code }) => /^export default/m.test(code)).map(({ path }) => path)).toEqual([]);
});

test('files are kebab-case, and no name says nothing', () => {
  const names = filesIn('subgraphs').concat(filesIn('gateway'), filesIn('cli'), filesIn('schema')).filter((path) => path.endsWith('.ts'));
  const wrong = names.filter((path) => {
    const name = path.split('/').at(-1) ?? '';
    return !/^[a-z0-9]+(-[a-z0-9]+)*(\.(type|inputs|resolver|queries|mutations|subscriptions|reference|enum|d))?\.ts$/.test(name) || /^(utils?|helpers?|manager|common|misc|types|constants|service)[.-]|-(utils?|helpers?|manager|service)\.ts$/.test(name);
  });
  expect(wrong).toEqual([]);
});

/** What a use case may begin with. A new verb is added here when it says something these do not. */
const VERBS = new Set(
  `abandon accept activate add adjust advance announce answer apply approve ask assign authorise await backorder begin book cancel capture change check checkout claim clone close compare complete confirm continue convert count commit credit
   create deactivate decide delete describe dispose draft drop duplicate edit end enter expire explain export extend fill find finish follow forget freeze fulfil get give guard handle hold import inspect invoice invite issue judge keep leave list load
   lock make mark match merge mirror move note notify offer open owe pack pay pick place prepare preview price propose publish put queue read recall receive recheck record redeem refresh refund register reject relate release remember remove remind reopen replace replay reprice request reserve
   resolve respond restock restore resume retract retrieve return review retry revise rotate save search see seed select send set settle share ship show sign split stage start stop submit sum sweep take tell touch track transfer unassign undo update upsert watch withdraw write`.split(/\s+/),
);
/** Nouns in use-cases/, each a piece several use cases of the folder are made of. */
const PIECES = new Set([
  'subgraphs/accounts/use-cases/guest-of-token.ts',
  'subgraphs/orders/use-cases/checkout-work.ts',
  'subgraphs/orders/use-cases/checkout-row.ts',
  'subgraphs/catalog/use-cases/statement-by-size.ts',
  'subgraphs/quotes/use-cases/quote-lines.ts',
]);

describe.each(SUBGRAPHS)('use cases of %s', (name) => {
  test('begin with a verb', () => {
    const files = sourcesIn(`subgraphs/${name}/use-cases`).map(({ path }) => path);
    expect(files.filter((path) => !PIECES.has(path) && !VERBS.has(path.split('/').at(-1)?.split(/[-.]/)[0] ?? ''))).toEqual([]);
  });
});

test('no status is asked in an if: the lifecycle table is', () => {
  const wrong = sourcesIn('subgraphs').flatMap(({ path, code }) =>
    subgraphOf(path) === '_kernel' || layerOf(path) !== 'graphql' ? [] : [...code.matchAll(/if \([^)]*\.status\s*[!=]==[^)]*\)/g)].map((match) => `${path}: ${match[0]}`),
  );
  expect(wrong).toEqual([]);
});

test('nothing is sent and nobody is asked inside a transaction', () => {
  const wrong = sourcesIn('subgraphs').filter(({ path, code }) => layerOf(path) === 'use-cases' && /transact\(async \((tx|\{[^)]*\})\) => \{[^]*?\n  \}\)/.exec(code)?.[0].match(/\bask\(|fetch\(|bus\.publish/)).map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('no path of a machine stands in the repository', () => {
  const places = new RegExp(['/ho' + 'me/', '/ro' + 'ot/', '/wo' + 'rk/', 'C:' + '\\\\'].join('|'));
  const wrong = [...product, ...sourcesIn('tests', 'bench')].filter(({ text }) => places.test(text)).map(({ path }) => path);
  expect(wrong).toEqual([]);
});
