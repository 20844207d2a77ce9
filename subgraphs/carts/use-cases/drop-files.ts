import { dropFiles as drop } from '#kernel/receive-files.ts';
import type { CartsContext } from '../context.ts';

/** Removes files that no attachment of a cart names any more. */
export const dropFiles = ({ db, files }: CartsContext, fileIds: readonly string[]): Promise<void> =>
  drop(files, fileIds, (some) => db.sql.selectFrom('CartAttachment').select('fileId').where('fileId', 'in', some).execute());
