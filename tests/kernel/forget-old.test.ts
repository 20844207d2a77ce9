import { expect, test } from 'vitest';
import { startForgetting } from '#kernel/forget-old.ts';
import { openDatabase } from '#kernel/database.ts';
import { first } from '../../subgraphs/accounts/migrations/0001-first.ts';
import { accountsEntities } from '../../subgraphs/accounts/entities/tables.ts';

const DAY_MS = 86_400_000;

test('delivered events go after a week, waiting ones never', async () => {
  const db = await openDatabase<object>({ entities: accountsEntities, migrations: [first], file: ':memory:' });
  const old = new Date(Date.now() - 8 * DAY_MS);
  const young = new Date(Date.now() - 6 * DAY_MS);
  const event = { accountId: 'a', aggregateType: 'x', type: 'T', schemaVersion: 1, payload: {}, actorId: null, destination: null, parkedAt: null, attempts: 0, aggregateVersion: 1 };
  await db.kernel
    .insertInto('OutboxMessage')
    .values([
      { ...event, id: '1', aggregateId: 'delivered long ago', createdAt: old, publishedAt: old },
      { ...event, id: '2', aggregateId: 'delivered', createdAt: young, publishedAt: young },
      { ...event, id: '3', aggregateId: 'waiting', createdAt: old, publishedAt: null },
    ])
    .execute();
  const errors: unknown[] = [];
  const stop = startForgetting(db, (error) => errors.push(error));
  await expect.poll(async () => (await db.kernel.selectFrom('OutboxMessage').select('aggregateId').orderBy('id').execute()).map((row) => row.aggregateId)).toEqual(['delivered', 'waiting']);
  stop();
  expect(errors).toEqual([]);
  await db.close();
});
