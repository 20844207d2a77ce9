import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { changeReturn } from './change-return.ts';
import { closeIfDone } from './close-return.ts';
import { FACTS, handleReturn, type Handling } from './handle-return.ts';
import { judgeReturn } from './judge-return.ts';

/** Less came than was announced, and no more is awaited: what is missing may come back with another return. */
export function endReceiving(context: ReturnsContext, input: Handling): Promise<Return> {
  const command = { operation: 'endReceiving', key: input.idempotencyKey, body: input };
  return handleReturn(context, input, 'endReceiving', command, async (tx, { viewer, before, now }) => {
    const { to: status } = judgeReturn(viewer, before, 'endReceiving', FACTS);
    const ended = await changeReturn(tx, before, { status }, { type: 'RECEIVING_ENDED', actorId: viewer.id, now });
    await closeIfDone(tx, ended, { actorId: viewer.id, now });
  });
}
