import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { cartwright } from '../../cli/cartwright.ts';
import type { World } from '../support/world.ts';
import { fakeTerminal, type Folder } from '../cli/terminal.ts';

const UCI = join(import.meta.dirname, '../../../shared/data/uci');

export const LINES = join(UCI, 'online_retail_2010_2011.csv.gz');
export const PRICE_POINTS = join(UCI, 'derived_price_points_2010_2011.csv.gz');

export const uciIsHere = existsSync(LINES);
if (!uciIsHere) console.log(`Skipped: the UCI Online Retail data is not in ${UCI}.`);

/** Arguments every import needs: who, where to, and where to keep what it notes. */
export async function importArguments(world: World, folder: Folder): Promise<string[]> {
  const { token = '' } = await world.as('olga');
  return ['--url', world.url, '--token', token, '--state', folder.at('state.json'), '--errors', folder.at('errors.csv')];
}

/** Products with their tiers, then customers: what orders stand on. */
export async function importShop(common: readonly string[]): Promise<void> {
  for (const words of [['catalog', LINES], ['catalog', PRICE_POINTS], ['customers', LINES]]) {
    const terminal = fakeTerminal();
    expect(await cartwright(['import', ...words, ...common], terminal), terminal.warned.join('')).toBe(0);
  }
}
