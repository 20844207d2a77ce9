import { expect, test } from 'vitest';
import { cartwright } from '../../cli/cartwright.ts';
import { fakeTerminal, newFolder } from './terminal.ts';

const NOBODY_THERE = 'http://127.0.0.1:9/graphql';

test('help names every command and what it ends with', async () => {
  const terminal = fakeTerminal();
  expect(await cartwright(['--help'], terminal)).toBe(0);
  const help = terminal.said.join('\n');
  for (const words of ['import catalog', 'import customers', 'import orders', 'import returns', 'cartwright token', 'It ends with 0']) expect(help).toContain(words);
});

test('help of one command tells of that one', async () => {
  const terminal = fakeTerminal();
  expect(await cartwright(['import', 'orders', '--help'], terminal)).toBe(0);
  expect(terminal.said.join('\n')).toContain('--concurrency');
  expect(terminal.said.join('\n')).not.toContain('cartwright import catalog FILE');
});

test.for([
  ['an unknown command', ['export', 'catalog'], 'There is no command "export catalog".'],
  ['no file', ['import', 'catalog'], 'FILE is missing.'],
  ['a file too many', ['import', 'catalog', 'a.csv', 'b.csv'], 'What is "b.csv"?'],
  ['a file that is not there', ['import', 'catalog', '/nowhere.csv'], 'There is no file /nowhere.csv.'],
  ['an unknown flag', ['import', 'catalog', 'a.csv', '--colour'], "Unknown option '--colour'"],
  ['two choices of invoices', ['import', 'orders', 'a.csv', '--count', '5', '--every', '3'], 'Give one of --count, --every, --invoices and --all.'],
  ['customers without their key', ['import', 'orders', 'a.csv'], '--data-dir is missing'],
  ['a token without a data directory', ['token', 'bea@acme.example'], '--data-dir is missing'],
] as const)('%s ends with 2 and says what is wrong', async ([, args, sentence]) => {
  const terminal = fakeTerminal();
  expect(await cartwright(args, terminal)).toBe(2);
  expect(terminal.warned.join('')).toContain(sentence);
});

test('a column with a typing error is refused, not read as empty', async () => {
  using folder = newFolder();
  const terminal = fakeTerminal();
  expect(await cartwright(['import', 'catalog', folder.write('products.csv', 'sku,nmae\nA,B\n')], terminal)).toBe(2);
  expect(terminal.warned.join('')).toContain('a column "nmae"');
});

test('nobody to be is a wrong call', async () => {
  using folder = newFolder();
  const terminal = fakeTerminal();
  expect(await cartwright(['import', 'catalog', folder.write('products.csv', 'sku,name\nA,B\n'), '--url', NOBODY_THERE], terminal)).toBe(2);
  expect(terminal.warned.join('')).toContain('Say who you are');
});

test('a product that does not answer ends with 3', async () => {
  using folder = newFolder();
  const terminal = fakeTerminal({ CARTWRIGHT_TOKEN: 'token' });
  expect(await cartwright(['import', 'catalog', folder.write('products.csv', 'sku,name\nA,B\n'), '--url', NOBODY_THERE], terminal)).toBe(3);
  expect(terminal.warned.join('')).toContain('Nobody answers');
});
