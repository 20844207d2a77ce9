import { BigIntType, type EntityProperty, type Platform } from '@mikro-orm/core';
import { MikroKyselyPlugin, type Kysely, type SqlEntityManager } from '@mikro-orm/sqlite';
import { convertTuples } from '#kernel/convert-tuples.ts';
import { compileStatement, outlineOf, type Bind, type Built, type Compiled, type ValueNames, type Values } from '#kernel/compile-statement.ts';

/** A statement of `statement.ts`, whatever its tables and values. */
export type AnyStatement = (sql: Kysely<never>, values: Values) => Built<unknown>;

export interface EntityNames extends Pick<MikroKyselyPlugin, 'transformQuery' | 'transformResult'> {
  /** The statement with these values, ready to run. */
  bind(statement: AnyStatement, values: Values): Compiled;
  /** What a bound select found, in property names and converted. */
  read(compiled: Compiled, rows: readonly unknown[]): object[];
}

type QueryId = Compiled['queryId'];
type Query = Parameters<MikroKyselyPlugin['transformQuery']>[0]['node'];
type Row = Record<string, unknown>;
type ReadRow = (row: Row) => Row;

const NAMES = { tableNamingStrategy: 'entity', columnNamingStrategy: 'property' } as const;

/** The names that a query builder of ours speaks. */
export const namesOf = <Tables>(sql: Kysely<Tables>): EntityNames => sql.getExecutor().plugins[0] as EntityNames;

/**
 * Statements in entity and property names, values converted, by MikroORM's own plugin; except that it works out anew for each
 * result which column is which property, which took longer than the statement. Here that is known after the first row.
 */
export function entityNames(em: SqlEntityManager): EntityNames {
  const names = new MikroKyselyPlugin(em, { ...NAMES, convertValues: true });
  const entities = new WeakMap<QueryId, readonly string[]>();
  const readers = new Map<string, ReadRow>();
  const bound = new WeakMap<AnyStatement, Map<string, Bind>>();
  const platform = em.getPlatform();
  const metadata = [...em.getMetadata().getAll().values()];
  const propertyNames = new Set(metadata.flatMap(({ props }) => props.map(({ name }) => String(name))));
  const propertiesOf = (wanted: readonly string[]): EntityProperty[] => metadata.filter(({ className }) => wanted.includes(className)).flatMap(({ props }) => props as EntityProperty[]);

  function valueWriter(about: readonly string[], name: string): Convert | undefined {
    const property = propertiesOf(about).find((each) => each.name === name);
    return property && writerOf(property, platform);
  }

  /** Names alone: values are converted when they are bound. */
  const onlyNames = new MikroKyselyPlugin(em, NAMES);
  const builder = em.getKysely().withPlugin({
    transformQuery(args) {
      entities.set(args.queryId, entitiesOf(args.node as unknown as QueryNode));
      return onlyNames.transformQuery(args);
    },
    transformResult: async ({ result }) => result,
  }) as unknown as Kysely<never>;
  const valueNames: ValueNames = {
    isProperty: (name) => propertyNames.has(name),
    converterOf: (name, { queryId }) => valueWriter(entities.get(queryId) ?? [], name),
  };

  function withTuples(node: Query, about: readonly string[]): Query {
    const where = 'where' in node ? node.where : undefined;
    if (!where) return node;
    const converted = convertTuples(where.where, (name, value) => valueWriter(about, name)?.(value) ?? value);
    return converted === where.where ? node : ({ ...node, where: { ...where, where: converted } } as Query);
  }

  function readRows(about: readonly string[], rows: readonly Row[]): Row[] {
    const [first] = rows;
    if (first === undefined) return [];
    const columns = Object.keys(first);
    const key = `${about.join()}|${columns.join()}`;
    let read = readers.get(key);
    if (!read) readers.set(key, (read = compileReader(propertiesOf(about), columns, platform)));
    return rows.map(read);
  }

  return {
    bind(statement, values) {
      let binds = bound.get(statement);
      if (!binds) bound.set(statement, (binds = new Map()));
      const outline = outlineOf(values, valueNames);
      let bind = binds.get(outline);
      if (!bind) binds.set(outline, (bind = compileStatement((slots) => statement(builder, slots), values, valueNames)));
      return bind(values);
    },
    transformQuery(args) {
      const about = entitiesOf(args.node as unknown as QueryNode);
      if (about.length === 1) entities.set(args.queryId, about);
      return names.transformQuery({ ...args, node: withTuples(args.node, about) });
    },
    read: ({ queryId }, rows) => readRows(entities.get(queryId) ?? [], rows as Row[]),
    async transformResult(args) {
      const about = entities.get(args.queryId);
      if (about === undefined && args.result.rows.length > 0) return names.transformResult(args);
      return { ...args.result, rows: readRows(about ?? [], args.result.rows as Row[]) };
    },
  };
}

interface QueryNode {
  readonly kind: string;
  readonly from?: { readonly froms: readonly unknown[] };
  readonly joins?: readonly { readonly table: unknown }[];
  readonly into?: unknown;
  readonly table?: unknown;
}

/** The entities that a statement is about; none when some of it is something else. */
function entitiesOf({ into, table, from, joins = [] }: QueryNode): readonly string[] {
  const nodes = [...(into ? [into] : table ? [table] : (from?.froms ?? [])), ...joins.map((join) => join.table)];
  const entities = nodes.map((node) => (node as { readonly table?: { readonly identifier: { readonly name: string } } }).table?.identifier.name);
  return entities.every((entity) => entity !== undefined) ? entities : [];
}

function compileReader(properties: readonly EntityProperty[], columns: readonly string[], platform: Platform): ReadRow {
  const steps = columns.map((column) => {
    const property = properties.find((each) => each.fieldNames?.[0] === column || each.name === column);
    return { column, name: property?.name ?? column, convert: property && readerOf(property, platform) };
  });
  return (row) => {
    const read: Row = {};
    for (const { column, name, convert } of steps) {
      const value = row[column];
      read[name] = convert && value !== null ? convert(value) : value;
    }
    return read;
  };
}

type Convert = (value: unknown) => unknown;

function readerOf({ customType, runtimeType }: EntityProperty, platform: Platform): Convert | undefined {
  if (customType instanceof BigIntType && customType.mode === 'bigint') return (value) => BigInt(value as number);
  if (customType) return (value) => customType.convertToJSValue(value, platform);
  if (runtimeType === 'Date') return (value) => (value instanceof Date ? value : platform.parseDate(value as string));
  return undefined;
}

function writerOf({ customType, runtimeType, name }: EntityProperty, platform: Platform): Convert | undefined {
  if (customType) return (value) => customType.convertToDatabaseValue(value, platform, { fromQuery: true, key: name, mode: 'query-data' });
  if (runtimeType === 'Date') return (value) => platform.processDateProperty(value);
  return undefined;
}
