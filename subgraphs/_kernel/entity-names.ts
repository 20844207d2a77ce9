import type { EntityProperty, Platform } from '@mikro-orm/core';
import { MikroKyselyPlugin, type SqlEntityManager } from '@mikro-orm/sqlite';

export type EntityNames = Pick<MikroKyselyPlugin, 'transformQuery' | 'transformResult'>;
type QueryId = Parameters<EntityNames['transformQuery']>[0]['queryId'];
type Row = Record<string, unknown>;
type ReadRow = (row: Row) => Row;

const NAMES = { tableNamingStrategy: 'entity', columnNamingStrategy: 'property', convertValues: true } as const;

/**
 * Statements in entity and property names, values converted, by MikroORM's own plugin; except that it works out anew for each
 * result which column is which property, which took longer than the statement. Here that is known after the first row.
 */
export function entityNames(em: SqlEntityManager): EntityNames {
  const names = new MikroKyselyPlugin(em, NAMES);
  const entities = new WeakMap<QueryId, string>();
  const readers = new Map<string, ReadRow>();

  return {
    transformQuery(args) {
      const entity = entityOf(args.node as unknown as QueryNode);
      if (entity !== undefined) entities.set(args.queryId, entity);
      return names.transformQuery(args);
    },
    async transformResult(args) {
      const rows = args.result.rows as Row[];
      const [first] = rows;
      if (first === undefined) return args.result;
      const entity = entities.get(args.queryId);
      if (entity === undefined) return names.transformResult(args);
      const columns = Object.keys(first);
      const key = `${entity}|${columns.join()}`;
      let read = readers.get(key);
      if (!read) readers.set(key, (read = compileReader(em, entity, columns)));
      return { ...args.result, rows: rows.map(read) };
    },
  };
}

interface QueryNode {
  readonly kind: string;
  readonly from?: { readonly froms: readonly unknown[] };
  readonly joins?: readonly unknown[];
  readonly into?: unknown;
  readonly table?: unknown;
}

/** The one entity that a statement is about; undefined when it is about more, or something else. */
function entityOf(node: QueryNode): string | undefined {
  if (node.joins?.length) return undefined;
  const from = node.into ?? node.table ?? (node.from?.froms.length === 1 ? node.from.froms[0] : undefined);
  const { kind, table } = (from ?? {}) as { kind?: string; table?: { identifier: { name: string } } };
  return kind === 'TableNode' ? table?.identifier.name : undefined;
}

function compileReader(em: SqlEntityManager, entity: string, columns: readonly string[]): ReadRow {
  const platform = em.getPlatform();
  const meta = [...em.getMetadata().getAll().values()].find((each) => each.className === entity);
  const steps = columns.map((column) => {
    const property = meta?.props.find((each) => each.fieldNames?.[0] === column || each.name === column);
    return { column, name: property?.name ?? column, convert: property && converterOf(property, platform) };
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

function converterOf(property: EntityProperty, platform: Platform): ((value: unknown) => unknown) | undefined {
  const { customType, runtimeType } = property;
  if (customType) return (value) => customType.convertToJSValue(value, platform);
  if (runtimeType === 'Date') return (value) => (value instanceof Date ? value : platform.parseDate(value as string));
  return undefined;
}
