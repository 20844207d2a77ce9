import { judge } from '#kernel/lifecycle.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { ReturnsTx } from '../context.ts';
import { RETURN_LIFECYCLE } from '../domain/return-lifecycle.ts';
import { quantityOf } from '../domain/pieces.ts';
import type { Return } from '../entities/return.ts';
import { changeReturn } from './change-return.ts';
import { FACTS } from './handle-return.ts';
import { announceNotice } from './send-return-notice.ts';

/** A return is over once nothing more is awaited, all that came is disposed of, and all that is credited is refunded. Orders then frees what did not come. [RET-39] */
export async function closeIfDone(tx: ReturnsTx, before: Return, { actorId, now }: { actorId: string | null; now: Date }): Promise<Return> {
  const judgement = judge(RETURN_LIFECYCLE, { status: before.status, command: 'close', roles: ['system'], facts: FACTS });
  if (!judgement.allowed) return before;
  const pieces = await tx.sql.selectFrom('ReturnPiece').selectAll().where('returnId', '=', before.id).execute();
  const open = await tx.sql.selectFrom('ReturnCredit').select('step').where('returnId', '=', before.id).where('status', '!=', 'REFUNDED').executeTakeFirst();
  if (open || pieces.some(({ disposition }) => disposition == null)) return before;
  const payload = { receivedQuantity: fromMicro(quantityOf(pieces)), creditedMinor: String(before.creditedMinor) };
  const closed = await changeReturn(tx, before, { status: judgement.move.to }, { type: 'RETURN_CLOSED', actorId, now, payload, destination: judgement.move.announces });
  await announceNotice(tx, closed, 'RETURN_CLOSED', { to: closed.ownerId });
  return closed;
}
