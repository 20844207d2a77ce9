import { refuse, type DomainError } from '#kernel/errors.ts';
import { once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { judgeMerge, type MergeReason } from '../domain/judge-merge.ts';
import type { Merge } from '../entities/merge.ts';
import { advanceMerge } from './advance-merge.ts';
import { findMergeSides, type WantedMerge } from './find-merge-sides.ts';
import { announceMerge, mergeLeaseUntil, readMergeRow } from './write-merge.ts';

export interface MergeCommand extends WantedMerge {
  readonly reason?: string | null;
  readonly idempotencyKey: string;
}

const NO_PROGRESS = { obstacles: null, parts: null, audit: null, attempts: 0, trouble: null } as const;
const MAX_REASON = 500;

/**
 * An administrator makes one party or account another. Judged and suspended here in one transaction, carried on by whoever is
 * left if we are killed; called again with the same key it answers with the same merge. Into itself nothing happens. [MERGE-09..14]
 */
export async function beginMerge(context: AccountsContext, command: MergeCommand): Promise<Merge> {
  const viewer = requireAdministrator(context);
  const { kind, fromId, toId, reason = null, idempotencyKey: key } = command;
  if (reason !== null && reason.length > MAX_REASON) throw refuse('BAD_USER_INPUT', `A reason has at most ${MAX_REASON} characters.`);
  let isMine = false;
  const mergeId = await context.db
    .transact((tx) =>
      once(tx, viewer, { operation: 'merge', key, body: { kind, fromId, toId, reason } }, async () => {
        const { facts, takeover, touches } = await findMergeSides(tx, command);
        const now = context.clock.now();
        const whose = { id: newId(), kind, fromId, toId, reason, requestedById: viewer.id, accountId: viewer.accountId, version: 1, ...NO_PROGRESS, touches, createdAt: now };
        const unchanged = fromId === toId;
        const reasons = unchanged ? [] : judgeMerge(facts);
        if (reasons.length > 0) throw notAllowed(command, reasons);
        const merge: Merge = {
          ...whose,
          ...(unchanged ? { status: 'UNCHANGED', step: 'UNCHANGED', finishedAt: now, nextAt: now } : { status: 'OPEN', step: 'STARTED', finishedAt: null, nextAt: mergeLeaseUntil(now) }),
          takeover: { ...takeover, id: whose.id, actorId: viewer.id },
        };
        await tx.sql.insertInto('Merge').values(merge).execute();
        await announceMerge(tx, merge, unchanged ? 'MERGE_UNCHANGED' : 'MERGE_STARTED');
        if (!unchanged) await context.db.suspensions.suspend(tx, merge.id, [...takeover.accounts.map(({ from }) => from), ...takeover.people]);
        isMine = true;
        return merge.id;
      }),
    )
    .catch(async (error: unknown) => {
      await context.db.suspensions.reload();
      throw error;
    });
  if (isMine) await context.failpoint('STARTED', { id: mergeId, reason });
  await advanceMerge(context, mergeId, { isMine });
  const merge = await readMergeRow(context, mergeId);
  if (merge.obstacles) throw notAllowed(command, merge.obstacles, mergeId);
  return merge;
}

const notAllowed = ({ kind, fromId, toId }: WantedMerge, reasons: readonly MergeReason[], mergeId?: string): DomainError =>
  refuse('MERGE_NOT_ALLOWED', reasons.map(({ message }) => message).join(' '), { kind, fromId, toId, reasons, ...(mergeId && { mergeId }) });
