import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import type { CompleteSetUp } from '../domain/return-setup.ts';
import type { Return } from '../entities/return.ts';
import type { NamedParties } from './find-parties.ts';

export interface NewReturn {
  readonly viewer: Viewer;
  readonly currency: string;
  readonly billToAccountId: string;
  readonly setUp: CompleteSetUp;
  readonly parties: NamedParties;
  readonly now: Date;
}

/** The one return somebody is putting together in a currency. [RET-07, V 26] */
export const pendingOf = ({ sql }: Pick<ReturnsTx, 'sql'> | ReturnsContext['db'], { id }: Viewer, currency: string): Promise<Return | undefined> =>
  sql.selectFrom('Return').selectAll().where('pendingOwnerId', '=', id).where('currency', '=', currency).executeTakeFirst();

/** Version 0 until its first lines are in, in the same transaction. Of two first adds at once, the second finds what the first made. [RET-08] */
export async function beginReturn(tx: ReturnsTx, { viewer, currency, billToAccountId, setUp, parties, now }: NewReturn): Promise<Return> {
  const begun: Return = {
    id: newId(),
    accountId: viewer.accountId,
    ownerId: viewer.id,
    pendingOwnerId: viewer.id,
    number: null,
    status: 'PENDING',
    version: 0,
    currency,
    transactionType: setUp.type.name,
    salesRepId: setUp.salesRepId,
    billToAccountId,
    ...parties,
    refundTotalMinor: 0n,
    feeTotalMinor: 0n,
    approvers: [],
    agreedSteps: 0,
    disposals: 0,
    creditedMinor: 0n,
    returnLocation: null,
    reason: null,
    claimAskedAt: null,
    createdAt: now,
    submittedAt: null,
    decidedAt: null,
    updatedAt: now,
    updatedById: viewer.id,
  };
  await tx.sql.insertInto('Return').values(begun).onConflict((oc) => oc.columns(['pendingOwnerId', 'currency']).doNothing()).execute();
  return (await pendingOf(tx, viewer, currency)) ?? begun;
}
