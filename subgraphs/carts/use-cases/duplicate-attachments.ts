import { newId } from '#kernel/ids.ts';
import { loadAttachments } from './load-attachments.ts';
import type { CartsTx } from './write-cart.ts';

/** A full copy of a cart has its attachments too: rows of its own on the same files. [CART-46] */
export async function duplicateAttachments(tx: CartsTx, fromCartId: string, toCartId: string): Promise<void> {
  const copies = (await loadAttachments(tx.sql, [fromCartId])).map((each) => ({ ...each, id: newId(), cartId: toCartId }));
  if (copies.length > 0) await tx.sql.insertInto('CartAttachment').values(copies).execute();
}
