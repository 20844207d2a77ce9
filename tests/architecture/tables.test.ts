import { MikroORM, type EntityMetadata } from '@mikro-orm/sqlite';
import type { EntitySchema } from '@mikro-orm/core';
import { describe, expect, test } from 'vitest';
import { migrate, type Migration } from '#kernel/migrations.ts';
import { KERNEL_ENTITIES } from '#kernel/tables.ts';
import { SUBGRAPHS } from './support/sources.ts';

/** Tables that belong to no buyer account, and why. */
const SHARED: { readonly [table: string]: string } = {
  account: 'is the account',
  party: 'names no account; accounts name it',
  site_access: 'the merchant\'s, or a party\'s',
  site_access_entry: 'the merchant\'s, or a party\'s',
  product: 'the catalog is the merchant\'s',
  price_list: 'the merchant\'s; an agreement names its account in the list',
  price: 'the merchant\'s',
  price_list_load: 'the merchant\'s',
  product_unit: 'the merchant\'s',
  component: 'the merchant\'s',
  product_substitute: 'the merchant\'s',
  category: 'the merchant\'s',
  product_category: 'the merchant\'s',
  site_assortment: 'the merchant\'s',
  unit_of_measure: 'everybody\'s',
  stock: 'the merchant\'s',
  rule_version: 'counts changes of the merchant\'s rules',
  site_pricing: 'the merchant\'s',
  price_list_assignment: 'the merchant\'s; names an account among its audiences',
  agreement: 'its accounts are in agreement_account',
  promotion: 'the merchant\'s',
  tax_rate: 'the merchant\'s',
  exchange_rate: 'the merchant\'s',
  shipping_method: 'the merchant\'s',
  stock_supply: 'the merchant\'s',
  hook_delivery: 'what outside systems pushed to the merchant',
  terms_template: 'the merchant\'s',
  number_series: 'counts within a scope',
  tracker_column: 'the merchant\'s',
  cart_name_text: 'the merchant\'s',
  quote_sequence: 'counts within a year',
};

async function open(name: string): Promise<{ orm: MikroORM; migrations: readonly Migration[] }> {
  const tables = (await import(`../../subgraphs/${name}/entities/tables.ts`)) as Record<string, EntitySchema[]>;
  const steps = (await import(`../../subgraphs/${name}/migrations/index.ts`)) as Record<string, readonly Migration[]>;
  const orm = await MikroORM.init({ dbName: ':memory:', entities: [...(tables[`${name}Entities`] ?? []), ...KERNEL_ENTITIES] });
  return { orm, migrations: steps[`${name}Migrations`] ?? [] };
}

describe.each(SUBGRAPHS)('tables of %s', (name) => {
  test('are what the migrations make', async () => {
    const [migrated, created] = [await open(name), await open(name)];
    await migrate(migrated.orm, migrated.migrations);
    await created.orm.schema.create();
    // The ORM's own comparison takes each table with a check for a changed one on SQLite, so we ask the database.
    expect(await schemaOf(migrated.orm)).toEqual(await schemaOf(created.orm));
    await migrated.orm.close();
    await created.orm.close();
  });

  test('carry the account in a key or an index, if they belong to one', async () => {
    const { orm } = await open(name);
    const own = [...orm.getMetadata().getAll().values()].filter((meta) => !KERNEL_ENTITIES.some((schema) => schema.meta.className === meta.className));
    await orm.close();
    const wrong = own.filter((meta) => !(meta.tableName in SHARED) && !accountIsInAKey(meta)).map((meta) => meta.tableName);
    expect(wrong).toEqual([]);
  });

  test('hold no money or quantity as a floating number', async () => {
    const { orm } = await open(name);
    const wrong = [...orm.getMetadata().getAll().values()].flatMap((meta) =>
      meta.props.filter((prop) => /(Minor|Micro|amount|price$|total)/i.test(prop.name) && /(double|float|decimal|real|numeric|integer)/.test(prop.columnTypes?.[0] ?? '') && !/bigint/i.test(String(prop.runtimeType))).map((prop) => `${meta.tableName}.${prop.name}: ${prop.columnTypes[0]}`),
    );
    await orm.close();
    expect(wrong).toEqual([]);
  });

  test('spell their statuses out in a check', async () => {
    const { orm } = await open(name);
    const wrong = [...orm.getMetadata().getAll().values()].filter((meta) => meta.props.some((prop) => prop.name === 'status') && !meta.checks.some((check) => String(check.expression).includes('status in'))).map((meta) => meta.tableName);
    await orm.close();
    expect(wrong).toEqual([]);
  });
});

/** Columns, indexes and checks of each table, in no order that a later migration could change. */
async function schemaOf(orm: MikroORM): Promise<Record<string, unknown>> {
  const ask = <Row>(sql: string): Promise<Row[]> => orm.em.getConnection().execute<Row[]>(sql);
  const schema: Record<string, unknown> = {};
  for (const { name, sql } of await ask<{ name: string; sql: string }>("select name, sql from sqlite_master where type = 'table' and name not in ('schema_migration', 'sqlite_sequence') order by name")) {
    const columns = await ask<{ name: string; type: string; notnull: number; dflt_value: unknown; pk: number }>(`pragma table_info('${name}')`);
    const indexes = await ask<{ sql: string }>(`select sql from sqlite_master where type = 'index' and tbl_name = '${name}' and sql is not null order by name`);
    schema[name] = {
      columns: columns.map((column) => `${column.name} ${column.type} ${column.notnull} ${column.dflt_value} ${column.pk}`).sort(),
      indexes: indexes.map((index) => index.sql),
      checks: [...sql.matchAll(/check \(.*?\)\)/g)].map(([check]) => check).sort(),
    };
  }
  return schema;
}

function accountIsInAKey(meta: EntityMetadata): boolean {
  const keys = [meta.primaryKeys, ...meta.indexes.map((index) => index.properties), ...meta.uniques.map((unique) => unique.properties)];
  return keys.some((key) => [key].flat().includes('accountId' as never));
}
