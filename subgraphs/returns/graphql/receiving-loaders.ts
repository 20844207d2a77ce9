import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { ReturnPiece } from '../entities/return-piece.ts';
import type { ReturnReceipt } from '../entities/return-receipt.ts';
import type { ReturnsTables } from '../entities/tables.ts';

export interface ReceivingLoaders {
  readonly receiptsOfReturn: DataLoader<string, ReturnReceipt[]>;
  readonly piecesOfReturn: DataLoader<string, ReturnPiece[]>;
}

/** What came back: part of the set of a request. */
export function createReceivingLoaders(sql: Kysely<ReturnsTables>): ReceivingLoaders {
  return {
    receiptsOfReturn: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('ReturnReceipt').selectAll().where('returnId', 'in', ids).orderBy('id').execute();
      const byReturn = Map.groupBy(rows, (row) => row.returnId);
      return ids.map((id) => byReturn.get(id) ?? []);
    }),
    piecesOfReturn: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('ReturnPiece').selectAll().where('returnId', 'in', ids).orderBy('id').execute();
      const byReturn = Map.groupBy(rows, (row) => row.returnId);
      return ids.map((id) => byReturn.get(id) ?? []);
    }),
  };
}
