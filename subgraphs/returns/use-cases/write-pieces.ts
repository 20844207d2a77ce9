import { newId } from '#kernel/ids.ts';
import type { ReturnsTx } from '../context.ts';
import type { Taken } from '../domain/pieces.ts';
import type { ReturnPiece } from '../entities/return-piece.ts';

export type ChangedPiece = Partial<Pick<ReturnPiece, 'condition' | 'remark' | 'inspectedById' | 'inspectedAt' | 'disposition' | 'disposedById' | 'disposedAt'>>;

/** Moves pieces on: one of which only a part moves is cut in two. @returns all pieces as they then are */
export async function writePieces({ sql }: ReturnsTx, pieces: readonly ReturnPiece[], taken: readonly Taken<ReturnPiece>[], changes: ChangedPiece): Promise<ReturnPiece[]> {
  const after: ReturnPiece[] = [];
  for (const piece of pieces) {
    const part = taken.find((each) => each.piece.id === piece.id);
    if (!part) {
      after.push(piece);
      continue;
    }
    const moved = { ...piece, ...changes, quantityMicro: part.quantityMicro };
    const rest = piece.quantityMicro - part.quantityMicro;
    await sql.updateTable('ReturnPiece').set({ ...changes, quantityMicro: part.quantityMicro }).where('id', '=', piece.id).execute();
    after.push(moved);
    if (rest === 0n) continue;
    const left = { ...piece, id: newId(), quantityMicro: rest };
    await sql.insertInto('ReturnPiece').values(left).execute();
    after.push(left);
  }
  return after;
}
