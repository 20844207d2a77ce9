import { requireAttachments } from '#kernel/attachments.ts';
import { isRefusal, refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Readable } from 'node:stream';
import type { CartsContext } from '../context.ts';
import type { CartAttachment } from '../entities/cart-attachment.ts';
import { readCart } from './read-cart.ts';

/** An attachment for who may read its cart; one that still waits is read by nobody. */
export async function readAttachment(context: CartsContext, id: string): Promise<{ attachment: CartAttachment; content: Readable }> {
  requireAttachments(context.config, requireViewer(context));
  const noSuch = refuse('NOT_FOUND', 'There is no such attachment.', { attachmentId: id });
  if (!looksLikeId(id)) throw noSuch;
  const attachment = await context.db.sql.selectFrom('CartAttachment').selectAll().where('id', '=', id).where('status', '=', 'APPLIED').executeTakeFirst();
  if (!attachment) throw noSuch;
  await readCart(context, attachment.cartId).catch((error: unknown) => {
    throw isRefusal(error, 'NOT_FOUND') ? noSuch : error; // who may not see the cart does not learn its id
  });
  const content = await context.files.read(attachment.fileId);
  if (!content) throw noSuch;
  return { attachment, content };
}
