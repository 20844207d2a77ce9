import { refuse } from '#kernel/errors.ts';
import { answerTo, once, type KeyedCommand } from '#kernel/idempotency.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import type { ReturnCommand } from '../domain/return-lifecycle.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import type { ReturnPiece } from '../entities/return-piece.ts';
import { Overtaken } from './change-return.ts';
import { judgeReturn } from './judge-return.ts';
import { readReturn } from './read-return.ts';

/** What the seller's back office asks of a return. */
export interface Handling {
  readonly returnId: string;
  /** Refused when somebody changed it since. */
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

export interface Handled {
  readonly viewer: Viewer;
  readonly before: Return;
  readonly lines: readonly ReturnLine[];
  readonly pieces: readonly ReturnPiece[];
  readonly now: Date;
}

/** One step of the back office in one transaction, once a key: whoever may not, comes too late or repeats it is told so first. */
export async function handleReturn(context: ReturnsContext, { returnId, expectedVersion }: Handling, may: ReturnCommand, command: KeyedCommand, work: (tx: ReturnsTx, handled: Handled) => Promise<unknown>): Promise<Return> {
  const viewer = requireViewer(context);
  const { id } = await readReturn(context, returnId);
  try {
    await context.db.transact((tx) =>
      once(tx, viewer, command, async () => {
        const handled = await readHandled(context, tx, id, viewer);
        judgeReturn(viewer, handled.before, may, FACTS);
        refuseStale(handled.before, expectedVersion);
        await work(tx, handled);
        return id;
      }),
    );
  } catch (error) {
    if (error instanceof Overtaken) throw refuse('CONFLICT', 'Others changed this return at the same moment. Try again.', { returnId });
    throw error;
  } finally {
    forget(context, id);
  }
  return readReturn(context, id);
}

/** Whether this was done under its key already; then there is nothing to ask anybody about. */
export async function wasHandled(context: ReturnsContext, command: KeyedCommand): Promise<boolean> {
  return (await answerTo(context.db, requireViewer(context), command)) !== undefined;
}

export const FACTS = { hasLines: true, stepsAfter: 0 } as const;

async function readHandled({ clock }: ReturnsContext, { sql }: ReturnsTx, id: string, viewer: Viewer): Promise<Handled> {
  return {
    viewer,
    before: await sql.selectFrom('Return').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    lines: await sql.selectFrom('ReturnLine').selectAll().where('returnId', '=', id).orderBy('id').execute(),
    pieces: await sql.selectFrom('ReturnPiece').selectAll().where('returnId', '=', id).orderBy('id').execute(),
    now: clock.now(),
  };
}

/** Refuses whoever saw another version than there is. */
export function refuseStale({ id: returnId, version, updatedById }: Return, expectedVersion: number | null | undefined): void {
  if (expectedVersion == null || expectedVersion === version) return;
  throw refuse('STALE_VERSION', 'The return has changed since. Refresh to see it.', { returnId, expectedVersion, currentVersion: version, lastUpdatedBy: updatedById });
}

function forget({ loaders }: ReturnsContext, id: string): void {
  for (const loader of [loaders.returnById, loaders.linesOfReturn, loaders.piecesOfReturn, loaders.receiptsOfReturn]) loader.clear(id);
}
