import { refuse } from '#kernel/errors.ts';
import type { EventPayload } from '#kernel/events.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { may, type Viewer } from '#kernel/viewer.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';

export interface Managing {
  readonly viewer: Viewer;
  readonly accountId: string;
}

/** Whoever says how an account spends: its own administrator, with MANAGE_ACCOUNT, or the seller's for the account named. Strangers learn nothing. */
export function requireSpendingManager(context: OrdersContext, wanted: string | null | undefined): Managing {
  const viewer = requireViewer(context);
  if (viewer.kind === 'ADMINISTRATOR') {
    if (wanted == null) throw refuse('BAD_USER_INPUT', 'Say which account it is for.');
    return { viewer, accountId: wanted };
  }
  const accountId = wanted ?? viewer.accountId;
  if (accountId !== viewer.accountId) throw refuse('NOT_FOUND', 'There is no such account.', { accountId });
  if (viewer.kind !== 'BUYER' || !may(viewer, 'MANAGE_ACCOUNT')) throw refuse('FORBIDDEN', 'This needs the permission MANAGE_ACCOUNT.', { permission: 'MANAGE_ACCOUNT' });
  return { viewer, accountId };
}

/** Each change of what an account says about spending is a version of it, with who made it. */
export async function touchSpendingPolicy(tx: OrdersTx, { viewer, accountId }: Managing, payload: EventPayload): Promise<void> {
  const { version } = await tx.sql
    .insertInto('SpendingPolicy')
    .values({ accountId, version: 1 })
    .onConflict((oc) => oc.column('accountId').doUpdateSet((eb) => ({ version: eb('SpendingPolicy.version', '+', 1) })))
    .returning('version')
    .executeTakeFirstOrThrow();
  await tx.announce({ accountId, aggregateType: 'spendingPolicy', aggregateId: accountId, aggregateVersion: version, type: 'SPENDING_POLICY_CHANGED', actorId: viewer.id, payload });
}
