import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface OutboxRow {
  readonly id: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly type: string;
  readonly published: boolean;
  readonly parked: boolean;
}

const SUBGRAPHS = ['carts', 'catalog', 'quotes', 'orders', 'returns', 'accounts', 'partners', 'timeline', 'notifications', 'channels', 'punchout'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** Looks into the files of a product, running or not, past all its code. */
export interface Records {
  rows<Row>(subgraph: SubgraphName, sql: string, ...values: (string | number)[]): Row[];
  /** Past all code too: to make a state that is hard to come by. */
  write(subgraph: SubgraphName, sql: string, ...values: (string | number)[]): void;
  /** The columns in which a text stands anywhere, as `table.column`. */
  whereStands(text: string): string[];
  outbox(): OutboxRow[];
  /** Whether all that was announced has been delivered and no checkout is under way. */
  atRest(): boolean;
}

export function readRecords(dataDir: string): Records {
  function rows<Row>(subgraph: SubgraphName, sql: string, ...values: (string | number)[]): Row[] {
    const file = new DatabaseSync(join(dataDir, `${subgraph}.sqlite`), { readOnly: true });
    try {
      return file.prepare(sql).all(...values) as Row[];
    } finally {
      file.close();
    }
  }

  const OUTBOX = `select id, aggregate_type as aggregateType, aggregate_id as aggregateId, aggregate_version as version, type,
    published_at is not null as published, parked_at is not null as parked from outbox_message order by aggregate_type, aggregate_id, aggregate_version`;

  function whereStands(text: string): string[] {
    return SUBGRAPHS.flatMap((subgraph) => {
      const file = new DatabaseSync(join(dataDir, `${subgraph}.sqlite`), { readOnly: true });
      const tables = (file.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]).map(({ name }) => name);
      const found = tables.flatMap((table) => {
        const columns = (file.prepare(`pragma table_info('${table}')`).all() as { name: string }[]).map(({ name }) => name);
        const row = file.prepare(`select ${columns.map((column) => `max(instr(cast("${column}" as text), ?)) as "${column}"`).join()} from "${table}"`).get(...columns.map(() => text)) as Record<string, number>;
        return columns.filter((column) => Number(row[column]) > 0).map((column) => `${table}.${column}`);
      });
      file.close();
      return found;
    });
  }

  function write(subgraph: SubgraphName, sql: string, ...values: (string | number)[]): void {
    const file = new DatabaseSync(join(dataDir, `${subgraph}.sqlite`), { timeout: 5_000 });
    try {
      file.prepare(sql).run(...values);
    } finally {
      file.close();
    }
  }

  return {
    rows,
    write,
    whereStands,
    outbox: () => SUBGRAPHS.flatMap((subgraph) => rows<OutboxRow>(subgraph, OUTBOX)),
    atRest: () =>
      SUBGRAPHS.every((subgraph) => rows(subgraph, 'select id from outbox_message where published_at is null and parked_at is null limit 1').length === 0) &&
      rows('orders', "select id from checkout where step not in ('placed', 'approvalRequired', 'failed') limit 1").length === 0,
  };
}
