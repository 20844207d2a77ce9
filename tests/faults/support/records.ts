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

const SUBGRAPHS = ['carts', 'catalog', 'quotes', 'orders', 'returns', 'accounts'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** Looks into the files of a product, running or not, past all its code. */
export interface Records {
  rows<Row>(subgraph: SubgraphName, sql: string, ...values: (string | number)[]): Row[];
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

  return {
    rows,
    outbox: () => SUBGRAPHS.flatMap((subgraph) => rows<OutboxRow>(subgraph, OUTBOX)),
    atRest: () =>
      SUBGRAPHS.every((subgraph) => rows(subgraph, 'select id from outbox_message where published_at is null and parked_at is null limit 1').length === 0) &&
      rows('orders', "select id from checkout where step not in ('placed', 'approvalRequired', 'failed') limit 1").length === 0,
  };
}
