import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import type { ReturnsTables } from '../entities/tables.ts';
import { createReceivingLoaders, type ReceivingLoaders } from './receiving-loaders.ts';

export interface ReturnsLoaders extends ReceivingLoaders {
  readonly returnById: DataLoader<string, Return | undefined>;
  readonly linesOfReturn: DataLoader<string, ReturnLine[]>;
  /** Newest first. */
  readonly returnIdsOfOrder: DataLoader<string, string[]>;
}

/** One set a request: a page of returns costs one statement a table. */
export function createLoaders(sql: Kysely<ReturnsTables>): ReturnsLoaders {
  return {
    ...createReceivingLoaders(sql),
    returnById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Return').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    linesOfReturn: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('ReturnLine').selectAll().where('returnId', 'in', ids).orderBy('id').execute();
      const byReturn = Map.groupBy(rows, (row) => row.returnId);
      return ids.map((id) => byReturn.get(id) ?? []);
    }),
    returnIdsOfOrder: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('ReturnLine').select(['orderId', 'returnId']).distinct().where('orderId', 'in', ids).orderBy('returnId', 'desc').execute();
      const byOrder = Map.groupBy(rows, (row) => row.orderId);
      return ids.map((id) => (byOrder.get(id) ?? []).map((row) => row.returnId));
    }),
  };
}
