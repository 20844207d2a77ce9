import { MikroORM } from '@mikro-orm/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, type Migration } from '#kernel/migrations.ts';
import { TallySchema } from './support/tally-database.ts';

let orm: MikroORM;
beforeEach(async () => void (orm = await MikroORM.init({ dbName: ':memory:', entities: [TallySchema] })));
afterEach(() => orm.close(true));

const ask = async (sql: string): Promise<unknown[]> => (await orm.em.getConnection().execute<object[]>(sql)).map((row) => Object.values(row)[0]);
const tables = (): Promise<unknown[]> => ask("select name from sqlite_master where type = 'table' and name <> 'schema_migration' order by name");
const done = (): Promise<unknown[]> => ask('select id from schema_migration order by id');

const first: Migration = { id: '0001-first', sqlite: ['create table a (n integer)', 'insert into a values (1)'] };
const second: Migration = { id: '0002-second', sqlite: ['create table b (n integer)', 'insert into a values (2)'] };
const broken: Migration = { id: '0002-second', sqlite: ['create table b (n integer)', 'insert into a values (2)', 'insert into nowhere values (1)'] };

test('steps are taken in order, each once', async () => {
  await migrate(orm, [first]);
  await migrate(orm, [first, second]);
  await migrate(orm, [first, second]);
  expect([await tables(), await done(), await ask('select n from a order by n')]).toEqual([['a', 'b'], ['0001-first', '0002-second'], [1, 2]]);
});

test('a step that breaks leaves nothing of itself, and all of those before', async () => {
  await expect(migrate(orm, [first, broken])).rejects.toThrow('nowhere');
  expect([await tables(), await done(), await ask('select n from a')]).toEqual([['a'], ['0001-first'], [1]]);
});

test('a mended step goes on where the broken one stood', async () => {
  await migrate(orm, [first, broken]).catch(() => undefined);
  await migrate(orm, [first, second]);
  expect([await done(), await ask('select n from a order by n')]).toEqual([['0001-first', '0002-second'], [1, 2]]);
});
