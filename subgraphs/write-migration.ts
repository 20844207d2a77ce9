import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { MikroORM, type EntitySchema } from '@mikro-orm/sqlite';
import { migrate, type Migration } from '#kernel/migrations.ts';
import { KERNEL_ENTITIES } from '#kernel/tables.ts';

/*
 * `npm run migration -- <subgraph> <name>`: compares the entities with what the migrations make, and writes the difference
 * as the next step. The first step (0001) is rewritten with `--first` while a subgraph is not yet released.
 */
const [subgraph, name] = process.argv.slice(2);
if (!subgraph || !name) throw new Error('Usage: npm run migration -- <subgraph> <name>');
const folder = new URL(`./${subgraph}/migrations/`, import.meta.url);
const isFirst = name === '--first';
const tables = (await import(`./${subgraph}/entities/tables.ts`)) as Record<string, EntitySchema[]>;
const index = isFirst ? {} : ((await import(`${folder.href}index.ts`)) as Record<string, Migration[]>);
const orm = await MikroORM.init({
  dbName: ':memory:',
  entities: [...(tables[`${subgraph}Entities`] ?? []), ...KERNEL_ENTITIES],
});
await migrate(orm, index[`${subgraph}Migrations`] ?? []);
const dump = await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: true });
await orm.close();

const statements = dump.split(';\n').map((line) => line.trim().replace(/;$/, '')).filter((line) => line !== '' && !line.startsWith('pragma'));
const next = isFirst ? 1 : readdirSync(folder).filter((file) => /^\d{4}-/.test(file)).length + 1;
const id = `${String(next).padStart(4, '0')}-${isFirst ? 'first' : name}`;
const variable = (isFirst ? 'first' : name).replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
const body = statements.map((statement) => `    ${JSON.stringify(statement)},`).join('\n');
const text = `import type { Migration } from '#kernel/migrations.ts';\n\n/** Written by \`npm run migration\` from the entities. */\nexport const ${variable}: Migration = {\n  id: '${id}',\n  sqlite: [\n${body}\n  ],\n};\n`;
await writeFile(new URL(`${id}.ts`, folder), text);
console.log(`${statements.length} statements in ${subgraph}/migrations/${id}.ts`);
