import { refuse } from '#kernel/errors.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller, type Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { readReturn } from './read-return.ts';

/** The viewer, where things are sent back at all. [RET-01] */
export function requireReturns(context: ReturnsContext): Viewer {
  const viewer = requireViewer(context);
  if (!context.config.enabled) throw refuse('OPERATION_DISABLED', 'Nothing is sent back here.');
  return viewer;
}

/** Whoever may send something back: private people, and business buyers with CREATE_RETURN. [RET-01, RET-03] */
export function requireReturner(context: ReturnsContext): Viewer {
  const viewer = requireReturns(context);
  if (isSeller(viewer)) throw refuse('FORBIDDEN', 'Buyers send things back.');
  requirePermission(viewer, 'CREATE_RETURN');
  return viewer;
}

/** A return that is the viewer's own to change; whoever else sees it hears that there is none. [RET-13] */
export async function readOwnReturn(context: ReturnsContext, returnId: string): Promise<Return> {
  const viewer = requireReturner(context);
  context.loaders.returnById.clear(returnId);
  context.loaders.linesOfReturn.clear(returnId);
  const found = await readReturn(context, returnId);
  if (found.ownerId !== viewer.id) throw refuse('NOT_FOUND', 'There is no such return.', { returnId });
  return found;
}

/** Refuses whoever saw another version than there is, and says who changed it. [RET-12] */
export function refuseStale({ id: returnId, version: currentVersion, updatedById: changedBy }: Return, expectedVersion: number | null | undefined): void {
  if (expectedVersion == null || expectedVersion === currentVersion) return;
  throw refuse('STALE_VERSION', `The return is at version ${currentVersion}, not ${expectedVersion}. Refresh to see it.`, { returnId, expectedVersion, currentVersion, changedBy });
}
