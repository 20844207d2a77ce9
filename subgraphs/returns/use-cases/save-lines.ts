import { newId } from '#kernel/ids.ts';
import { sum } from '#kernel/money.ts';
import { isBusiness, type Viewer } from '#kernel/viewer.ts';
import type { ReturnsTx } from '../context.ts';
import type { DraftLine } from '../domain/return-draft.ts';
import type { Return } from '../entities/return.ts';

/** Writes the lines of a pending return, and leaves no others. What private people are credited at is the same for all lines. [RET-28] @returns the sums for the root */
export async function saveLines(tx: ReturnsTx, viewer: Viewer, { id: returnId, accountId, billTo }: Return, lines: readonly DraftLine[]): Promise<Pick<Return, 'refundTotalMinor' | 'feeTotalMinor'>> {
  const kept = lines.flatMap(({ id }) => id ?? []);
  let gone = tx.sql.deleteFrom('ReturnLine').where('returnId', '=', returnId);
  if (kept.length > 0) gone = gone.where('id', 'not in', kept);
  await gone.execute();
  for (const draft of lines) {
    const line = isBusiness(viewer) ? draft : { ...draft, billTo };
    if (line.id === undefined) await tx.sql.insertInto('ReturnLine').values({ ...line, shipTo: line.shipTo ?? null, billTo: line.billTo ?? null, listUnitMicro: line.listUnitMicro ?? null, feeTakenMinor: 0n, id: newId(), returnId, accountId }).execute();
    else await tx.sql.updateTable('ReturnLine').set(line).where('id', '=', line.id).where('returnId', '=', returnId).execute();
  }
  return { refundTotalMinor: sum(lines.map((line) => line.refundMinor)), feeTotalMinor: sum(lines.map((line) => line.feeMinor)) };
}
