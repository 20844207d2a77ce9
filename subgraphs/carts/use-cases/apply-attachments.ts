import { pickFiles, readAttachmentDescription, requireAttachments } from '#kernel/attachments.ts';
import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartAttachment } from '../entities/cart-attachment.ts';
import { changeCart } from './change-cart.ts';
import { dropFiles } from './drop-files.ts';
import { refuseStale, type CartsTx } from './write-cart.ts';

export interface AddedAttachment {
  readonly uploadId: string;
  readonly description?: string | null;
}

export interface ApplyAttachments {
  readonly cartId: string;
  readonly add: readonly AddedAttachment[];
  readonly remove: readonly string[];
  readonly expectedVersion?: number | null;
}

/** The buyer's uploads become attachments of the cart, and others go, in one version. Named once more, an attachment gets a new description. [CART-77] */
export async function applyAttachments(context: CartsContext, { cartId, add, remove, expectedVersion }: ApplyAttachments): Promise<Cart> {
  requireAttachments(context.config, requireViewer(context));
  if (add.length === 0 && remove.length === 0) throw refuse('BAD_USER_INPUT', 'Name something to add or to remove.');
  const added = new Map(add.map(({ uploadId, description }) => [uploadId, readAttachmentDescription(description)]));
  let removed: CartAttachment[] = [];
  const written = await changeCart(context, cartId, 'edit', async (tx, { cart }, viewer) => {
    refuseStale(cart, expectedVersion, viewer);
    const present = await tx.sql.selectFrom('CartAttachment').selectAll().where('cartId', '=', cartId).execute();
    pickFiles(present.filter((each) => each.status === 'APPLIED' || isOwnUpload(each, viewer)), [...added.keys()], 'The cart');
    removed = pickFiles(present.filter(({ id, status }) => status === 'APPLIED' && !added.has(id)), remove, 'The cart');
    for (const [id, description] of added) await tx.sql.updateTable('CartAttachment').set({ status: 'APPLIED', description }).where('id', '=', id).execute();
    await deleteRows(tx, removed);
    return { cause: 'ATTACHMENTS_CHANGED', changes: {} };
  });
  context.loaders.attachmentsOfCart.clear(cartId);
  await dropFiles(context, removed.map(({ fileId }) => fileId));
  return written;
}

/** An upload that waits is nobody's but its uploader's. */
const isOwnUpload = ({ uploadedById }: CartAttachment, viewer: Viewer): boolean => uploadedById === viewer.id;

async function deleteRows(tx: CartsTx, rows: readonly CartAttachment[]): Promise<void> {
  for (const { id } of rows) await tx.sql.deleteFrom('CartAttachment').where('id', '=', id).execute();
}
