import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { ReturnsContext } from '../context.ts';
import { isTracked } from '../domain/return-lifecycle.ts';
import { maySee } from '../domain/return-rights.ts';
import type { Return } from '../entities/return.ts';

/** The return as its reader may see it, or a refusal that tells strangers nothing. [RET-04, RET-13] */
export async function readReturn(context: ReturnsContext, returnId: string): Promise<Return> {
  const viewer = requireViewer(context);
  const found = looksLikeId(returnId) ? await context.loaders.returnById.load(returnId) : undefined;
  if (!found || !maySee(viewer, found)) throw refuse('NOT_FOUND', 'There is no such return.', { returnId });
  return found;
}

/** What the viewer is putting together in a currency, or the one last added to; null when there is nothing. [RET-07, V 26] */
export async function readPendingReturn(context: ReturnsContext, currency: string | null): Promise<Return | null> {
  const { id } = requireViewer(context);
  const rows = await context.db.sql.selectFrom('Return').selectAll().where('pendingOwnerId', '=', id).orderBy('updatedAt', 'desc').orderBy('id', 'desc').execute();
  return rows.find((row) => currency === null || row.currency === currency) ?? null;
}

/** The submitted returns of an order, as far as the viewer may see them. [RET-40] */
export async function returnsOfOrder(context: ReturnsContext, orderId: string): Promise<Return[]> {
  const viewer = requireViewer(context);
  const ids = await context.loaders.returnIdsOfOrder.load(orderId);
  const found = await Promise.all(ids.map((id) => context.loaders.returnById.load(id)));
  return found.filter((each): each is Return => each !== undefined && isTracked(each.status) && maySee(viewer, each));
}
