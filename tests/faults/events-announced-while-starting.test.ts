import { expect, test } from 'vitest';
import { startWorld } from '../support/world.ts';
import { undeliveredOf } from './support/audit.ts';
import { readRecords } from './support/records.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

test('what a subgraph announces while others are still starting reaches them [I7]', async () => {
  await using folder = temporaryFolder();
  await using world = await startWorld({ dataDir: folder.path });
  await world.settle();
  const records = readRecords(folder.path);
  expect(records.outbox().map(({ type }) => type)).toContain('PRICES_CHANGED');
  expect(undeliveredOf(records)).toEqual([]);
});
