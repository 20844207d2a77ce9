import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import type { ChannelsTx } from '../context.ts';
import { HAND_OVER_LIFECYCLE, type HandOverCommand, type HandOverFacts, type HandOverRole } from '../domain/hand-over-lifecycle.ts';
import type { HandOver } from '../entities/hand-over.ts';

export interface HandOverMove {
  readonly role: HandOverRole;
  readonly actorId: string | null;
  readonly seenTo?: boolean;
  readonly set?: Partial<Pick<HandOver, 'number' | 'problem' | 'attempts' | 'nextAt' | 'settledAt' | 'currency' | 'outsideTotal'>>;
}

export const factsOf = ({ attempts }: Pick<HandOver, 'attempts'>, seenTo: boolean = false): HandOverFacts => ({ maybeThere: attempts > 0, seenTo });

/** The one way from status to status: judged, written, and told to whose it is. */
export async function moveHandOver(tx: ChannelsTx, before: HandOver, command: HandOverCommand, { role, actorId, seenTo, set }: HandOverMove): Promise<HandOver> {
  const { to, audit } = judgeOrRefuse(HAND_OVER_LIFECYCLE, { status: before.status, command, roles: [role], facts: factsOf(before, seenTo) }, { handOverId: before.id });
  const changes = { ...set, status: to, version: before.version + 1 };
  const { numUpdatedRows } = await tx.sql.updateTable('HandOver').set(changes).where('id', '=', before.id).where('version', '=', before.version).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw refuse('CONFLICT', 'This was changed at the same moment. Try again.', { handOverId: before.id });
  const after = { ...before, ...changes };
  const { id, kind, number = null, storeNumber, problem = null } = after;
  await tx.announce({ accountId: before.accountId, aggregateType: 'handOver', aggregateId: id, aggregateVersion: after.version, type: audit, actorId, payload: { id, kind, status: to, number, storeNumber, reason: problem } });
  return after;
}

/** @throws NOT_FOUND */
export async function findHandOver({ sql }: Pick<ChannelsTx, 'sql'>, id: string): Promise<HandOver> {
  const handOver = await sql.selectFrom('HandOver').selectAll().where('id', '=', id).executeTakeFirst();
  if (!handOver) throw refuse('NOT_FOUND', 'There is no such hand-over.', { handOverId: id });
  return handOver;
}
