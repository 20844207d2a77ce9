import type { QuotesContext } from '../context.ts';
import { dropFiles } from './keep-attachments.ts';

/** How long an upload waits to be applied. */
const DAYS_KEPT = 1;

/** Uploads that were never applied go after a day, and files that no row names: what a lost line or a crash left. */
export async function forgetUploads(context: Pick<QuotesContext, 'db' | 'files' | 'clock'>): Promise<void> {
  const cutoff = context.clock.inDays(-DAYS_KEPT);
  await context.db.transact((tx) => tx.sql.deleteFrom('QuoteAttachment').where('status', '=', 'PENDING').where('createdAt', '<', cutoff).execute());
  await dropFiles(context, await context.files.listOlderThan(cutoff));
}
