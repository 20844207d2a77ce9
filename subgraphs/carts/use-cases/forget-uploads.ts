import type { CartsContext } from '../context.ts';
import { dropFiles } from './drop-files.ts';

/** How long an upload waits to be applied. */
const DAYS_KEPT = 1;

/** Uploads that were never applied go after a day, and files that no row names: what a crash left between the two. */
export async function forgetUploads(context: CartsContext): Promise<void> {
  const cutoff = context.clock.inDays(-DAYS_KEPT);
  await context.db.transact((tx) => tx.sql.deleteFrom('CartAttachment').where('status', '=', 'PENDING').where('createdAt', '<', cutoff).execute());
  await dropFiles(context, await context.files.listOlderThan(cutoff));
}
