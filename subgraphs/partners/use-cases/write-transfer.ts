import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import type { PartnersTx } from '../context.ts';
import { TRANSFER_LIFECYCLE, type TransferCommand, type TransferRole } from '../domain/transfer-lifecycle.ts';
import type { Transfer } from '../entities/transfer.ts';

export interface TransferStep {
  readonly role: TransferRole;
  readonly actorId: string | null;
  readonly now: Date;
  readonly set?: Partial<Transfer>;
}

/** Moves a transfer as its lifecycle has it: judged, written if nobody was faster, and announced; all of it or nothing. */
export async function moveTransfer(tx: PartnersTx, before: Transfer, command: TransferCommand, { role, actorId, now, set = {} }: TransferStep): Promise<Transfer> {
  const { to, audit } = judgeOrRefuse(TRANSFER_LIFECYCLE, { status: before.status, command, roles: [role], facts: null }, { transferId: before.id });
  const changed = { ...set, status: to, version: before.version + 1, updatedAt: now };
  const { numUpdatedRows } = await tx.sql.updateTable('Transfer').set(changed).where('id', '=', before.id).where('version', '=', before.version).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw refuse('CONFLICT', 'This transfer has just moved on. Look again.', { transferId: before.id });
  const after: Transfer = { ...before, ...changed };
  await announceTransfer(tx, after, audit, actorId);
  return after;
}

/** What carts and watchers must know: ids and facts, no prices. */
export function announceTransfer(tx: PartnersTx, { id, accountId, version, cartId, partnerId, status, reference = null, failureCode = null }: Transfer, type: string, actorId: string | null, more: Record<string, unknown> = {}): Promise<void> {
  return tx.announce({ accountId, aggregateType: 'transfer', aggregateId: id, aggregateVersion: version, type, actorId, payload: { cartId, partnerId, status, reference, failureCode, ...more } });
}

export const findTransfer = ({ sql }: Pick<PartnersTx, 'sql'>, id: string): Promise<Transfer | undefined> => sql.selectFrom('Transfer').selectAll().where('id', '=', id).executeTakeFirst();
