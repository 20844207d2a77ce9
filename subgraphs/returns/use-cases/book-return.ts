import { judge } from '#kernel/lifecycle.ts';
import type { ReturnsTx } from '../context.ts';
import { RETURN_LIFECYCLE } from '../domain/return-lifecycle.ts';
import { changeReturn } from './change-return.ts';

export interface ApprovedReturn {
  readonly returnId: string;
  /** Who approved it. */
  readonly actorId: string | null;
  readonly now: Date;
}

/** An approved return goes to fulfilment. One that is further already, or came to nothing, is left alone. [RET-34, RET-39] */
export async function bookReturn(tx: ReturnsTx, { returnId, actorId, now }: ApprovedReturn): Promise<void> {
  const before = await tx.sql.selectFrom('Return').selectAll().where('id', '=', returnId).executeTakeFirst();
  if (!before) return;
  const judgement = judge(RETURN_LIFECYCLE, { status: before.status, command: 'book', roles: ['system'], facts: { hasLines: true, stepsAfter: 0 } });
  if (!judgement.allowed) return;
  await changeReturn(tx, before, { status: judgement.move.to }, { type: 'RETURN_BOOKED', actorId, now });
}
