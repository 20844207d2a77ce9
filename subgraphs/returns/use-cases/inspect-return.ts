import { refuse } from '#kernel/errors.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import type { ReturnsContext } from '../context.ts';
import type { Condition } from '../domain/dispositions.ts';
import { takePieces } from '../domain/pieces.ts';
import type { Return } from '../entities/return.ts';
import { changeReturn } from './change-return.ts';
import { FACTS, handleReturn, type Handling } from './handle-return.ts';
import { judgeReturn } from './judge-return.ts';
import { writePieces, type ChangedPiece } from './write-pieces.ts';

export interface Finding {
  readonly returnLineId: string;
  readonly quantity: string;
  readonly condition: Condition;
  readonly serialNumbers?: readonly string[] | null;
  readonly remark?: string | null;
}

export interface InspectReturn extends Handling {
  readonly findings: readonly Finding[];
}

/** Somebody looked at what arrived: piece by piece, or so much of a line. A piece is looked at once. [RET-39] */
export function inspectReturn(context: ReturnsContext, input: InspectReturn): Promise<Return> {
  const command = { operation: 'inspectReturn', key: input.idempotencyKey, body: input };
  return handleReturn(context, input, 'inspect', command, async (tx, { viewer, before, pieces, now }) => {
    if (input.findings.length === 0) throw refuse('BAD_USER_INPUT', 'Say what was found.');
    let left = [...pieces];
    for (const { returnLineId, quantity, condition, serialNumbers, remark } of input.findings) {
      const waiting = left.filter((piece) => piece.returnLineId === returnLineId && piece.condition == null);
      const taken = takePieces(waiting, { quantityMicro: positive(quantity, returnLineId), serialNumbers: serialNumbers ?? [] }, { returnId: before.id, returnLineId });
      const changes: ChangedPiece = { condition, remark: remark?.trim() ?? null, inspectedById: viewer.id, inspectedAt: now };
      left = await writePieces(tx, left, taken, changes);
    }
    const { to: status } = judgeReturn(viewer, before, 'inspect', FACTS);
    const findings = input.findings.map(({ returnLineId, quantity, condition }) => ({ returnLineId, quantity, condition }));
    await changeReturn(tx, before, { status }, { type: 'RETURN_INSPECTED', actorId: viewer.id, now, payload: { findings } });
  });
}

/** How much of a line is meant. */
export function positive(quantity: string, returnLineId: string): bigint {
  const micro = toMicro(readQuantity(quantity));
  if (micro === 0n) throw refuse('QUANTITY_INVALID', 'A quantity is more than zero.', { returnLineId });
  return micro;
}
