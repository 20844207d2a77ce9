import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openErrorFile } from '../../cli/load/error-file.ts';
import { loadHalving } from '../../cli/load/halve.ts';
import { loadRows, type LoadState } from '../../cli/load/load-rows.ts';
import { showProgress } from '../../cli/load/progress.ts';
import { openStateFile } from '../../cli/load/state-file.ts';
import { Refused } from '../../cli/product/ask.ts';
import { eachOf, fakeTerminal, newFolder, type Folder } from './terminal.ts';

const bad = (message: string, code = 'BAD_USER_INPUT'): Refused => new Refused({ message, extensions: { code } });
const tenRows = Array.from({ length: 10 }, (_, i) => ({ row: i + 1, value: `v${i + 1}` }));

function loading(folder: Folder, load: (values: string[]) => Promise<unknown>, restart = false) {
  const file = folder.write('in.csv', 'sku\n');
  const state = openStateFile<LoadState>(folder.at('in.state.json'), 'import', file, restart);
  const errors = openErrorFile(folder.at('in.errors.csv'), (state.earlier?.refused ?? 0) > 0);
  return loadRows({ rows: eachOf(tenRows), batchSize: 4, load: (batch) => loadHalving(batch, load), state, errors });
}

test('bad rows are found among good ones and named in the error file', async () => {
  using folder = newFolder();
  const loaded: string[] = [];
  const done = await loading(folder, async (values) => {
    const wrong = values.find((value) => value === 'v3' || value === 'v10');
    if (wrong) throw bad(`"${wrong}", is wrong`);
    loaded.push(...values);
  });
  expect(done).toEqual({ row: 10, loaded: 8, refused: 2 });
  expect(loaded.sort()).toEqual(['v1', 'v2', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9']);
  expect(readFileSync(folder.at('in.errors.csv'), 'utf8')).toBe('row,code,message\n3,BAD_USER_INPUT,"""v3"", is wrong"\n10,BAD_USER_INPUT,"""v10"", is wrong"\n');
});

test('without bad rows there is no error file, and no state is left', async () => {
  using folder = newFolder();
  await loading(folder, async () => undefined);
  expect(existsSync(folder.at('in.errors.csv'))).toBe(false);
  expect(existsSync(folder.at('in.state.json'))).toBe(false);
});

test('a run that was cut short goes on behind the last batch that was done, errors included', async () => {
  using folder = newFolder();
  const cut = loading(folder, async (values) => {
    if (values.includes('v2')) throw bad('no');
    if (values.includes('v6')) throw new Error('killed');
  });
  await expect(cut).rejects.toThrow('killed');
  const loaded: string[] = [];
  const done = await loading(folder, async (values) => void loaded.push(...values));
  expect(loaded).toEqual(['v5', 'v6', 'v7', 'v8', 'v9', 'v10']);
  expect(done).toEqual({ row: 10, loaded: 9, refused: 1 });
  expect(readFileSync(folder.at('in.errors.csv'), 'utf8')).toBe('row,code,message\n2,BAD_USER_INPUT,no\n');
});

test('told to restart, or with another file, it begins at the beginning', async () => {
  using folder = newFolder();
  const state = openStateFile<LoadState>(folder.at('in.state.json'), 'import', folder.write('in.csv', 'sku\n'), false);
  state.save({ row: 4, loaded: 4, refused: 0 });
  expect(openStateFile(state.path, 'import', folder.at('in.csv'), false).earlier).toEqual({ row: 4, loaded: 4, refused: 0 });
  expect(openStateFile(state.path, 'import', folder.at('in.csv'), true).earlier).toBeUndefined();
  expect(openStateFile(state.path, 'other', folder.at('in.csv'), false).earlier).toBeUndefined();
  expect(openStateFile(state.path, 'import', folder.write('in.csv', 'sku\nA\n'), false).earlier).toBeUndefined();
});

test('a refusal of the caller is no error of a row: it stops the import', async () => {
  const rows = tenRows.slice(0, 4);
  await expect(loadHalving(rows, () => Promise.reject(bad('not you', 'FORBIDDEN')))).rejects.toThrow('not you');
});

test('progress is a bar on a terminal and a line now and then elsewhere', () => {
  let now = 0;
  const plain = fakeTerminal();
  const lines = showProgress(plain, 'import', () => now);
  for (; now < 5_000; now += 100) lines.update(now / 10_000, 'words');
  expect(plain.warned).toEqual(['import: 0 %, words\n', 'import: 20 %, words\n', 'import: 40 %, words\n']);
  const tty = fakeTerminal();
  showProgress({ ...tty, errors: { isTTY: true, write: tty.errors.write } }, 'import', () => now).update(0.5, 'words');
  expect(tty.warned[0]).toContain(`[${'#'.repeat(15)}${'-'.repeat(15)}] 50 %`);
});
