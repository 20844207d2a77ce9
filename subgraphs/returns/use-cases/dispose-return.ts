import { refuse } from '#kernel/errors.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import { disposedLines, feesByOrder, feesOf, type Disposed } from '../domain/dispose-goods.ts';
import { ALLOWED_DISPOSITIONS, type Condition, type Disposition } from '../domain/dispositions.ts';
import { takePieces } from '../domain/pieces.ts';
import type { Return } from '../entities/return.ts';
import { changeReturn } from './change-return.ts';
import { closeIfDone } from './close-return.ts';
import { FACTS, handleReturn, type Handling } from './handle-return.ts';
import { positive } from './inspect-return.ts';
import { judgeReturn } from './judge-return.ts';
import { writePieces } from './write-pieces.ts';

export interface WantedDisposition {
  readonly returnLineId: string;
  readonly quantity: string;
  readonly disposition: Disposition;
  /** Only of what was found in this condition. */
  readonly condition?: Condition | null;
  readonly serialNumbers?: readonly string[] | null;
}

export interface DisposeReturn extends Handling {
  readonly dispositions: readonly WantedDisposition[];
}

/**
 * It is decided what becomes of goods that were looked at. The event makes the stock take them in and orders credit them: by
 * event, so that a kill in between loses nothing and nothing is done twice. [RET-39]
 */
export function disposeReturn(context: ReturnsContext, input: DisposeReturn): Promise<Return> {
  const command = { operation: 'disposeReturn', key: input.idempotencyKey, body: input };
  return handleReturn(context, input, 'dispose', command, async (tx, { viewer, before, lines, pieces, now }) => {
    if (input.dispositions.length === 0) throw refuse('BAD_USER_INPUT', 'Say what becomes of the goods.');
    let left = [...pieces];
    const disposed: Disposed[] = [];
    for (const { returnLineId, quantity, disposition, condition: only, serialNumbers } of input.dispositions) {
      const waiting = left.filter((piece) => piece.returnLineId === returnLineId && piece.condition != null && piece.disposition == null && (only == null || piece.condition === only));
      const taken = takePieces(waiting, { quantityMicro: positive(quantity, returnLineId), serialNumbers: serialNumbers ?? [] }, { returnId: before.id, returnLineId });
      for (const { piece, quantityMicro } of taken) {
        refuseForbidden(disposition, piece.condition, returnLineId);
        disposed.push({ returnLineId, quantityMicro, serialNumber: piece.serialNumber, disposition });
      }
      left = await writePieces(tx, left, taken, { disposition, disposedById: viewer.id, disposedAt: now });
    }

    const step = before.disposals + 1;
    const told = disposedLines(lines, disposed);
    await expectCredits(tx, before, step, told.filter((line) => line.isCredited).map((line) => line.orderId));
    const { to: status } = judgeReturn(viewer, before, 'dispose', FACTS);
    const fees = feesOf(lines, pieces, disposed, before.currency);
    for (const { returnLineId, takenMinor } of fees) await tx.sql.updateTable('ReturnLine').set({ feeTakenMinor: takenMinor }).where('id', '=', returnLineId).execute();
    const payload = { step, lines: told, fees: feesByOrder(fees) };
    await closeIfDone(tx, await changeReturn(tx, before, { status, disposals: step }, { type: 'RETURN_DISPOSED', actorId: viewer.id, now, payload }), { actorId: viewer.id, now });
  });
}

function refuseForbidden(disposition: Disposition, condition: Condition | null | undefined, returnLineId: string): void {
  if (condition == null) return;
  const allowed = ALLOWED_DISPOSITIONS[condition];
  if (!allowed.includes(disposition)) throw refuse('INVALID_STATE', `What is ${condition} cannot be disposed of by ${disposition}.`, { returnLineId, condition, disposition, allowed });
}

/** Written down before orders hears of it: the return is not over before it answered. */
async function expectCredits({ sql }: ReturnsTx, { id: returnId, accountId }: Return, step: number, orderIds: readonly string[]): Promise<void> {
  for (const orderId of new Set(orderIds)) {
    await sql.insertInto('ReturnCredit').values({ returnId, step, orderId, accountId, creditMemoId: null, creditMemoNumber: null, amountMinor: 0n, status: 'ASKED' }).execute();
  }
}
