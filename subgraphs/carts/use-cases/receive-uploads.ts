import { MAX_ATTACHMENTS, requireAttachments } from '#kernel/attachments.ts';
import { receiveFiles, tooMany, type IncomingFile } from '#kernel/receive-files.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { CartAttachment } from '../entities/cart-attachment.ts';
import { noSuchCart, readCart, standingOf } from './read-cart.ts';
import { judgeCart } from './write-cart.ts';

/** May the viewer attach something to this cart? Asked before anything of an upload is read. [CART-74, CART-75] */
export async function allowUpload(context: CartsContext, cartId: string): Promise<void> {
  requireAttachments(context.config, requireViewer(context));
  const cart = await readCart(context, cartId);
  const standing = await standingOf(context, cart);
  if (!standing) throw noSuchCart(cartId);
  judgeCart(cart, 'edit', standing, (await context.loaders.linesOfCart.load(cartId)).length);
}

/** The files of an upload wait beside the cart, which has them only when they are applied. [CART-76] */
export async function receiveUploads(context: CartsContext, cartId: string, incoming: AsyncIterable<IncomingFile>): Promise<CartAttachment[]> {
  const { db, files, config, clock } = context;
  const viewer = requireViewer(context);
  const { accountId } = await readCart(context, cartId);
  const room = MAX_ATTACHMENTS - (await countAttachments(db.sql, cartId));
  return receiveFiles(files, config, room, incoming, async (received) => {
    const rows = received.map((file): CartAttachment => ({ ...file, fileId: file.id, accountId, cartId, status: 'PENDING', description: null, uploadedById: viewer.id, createdAt: clock.now() }));
    await db.transact(async (tx) => {
      if ((await countAttachments(tx.sql, cartId)) + rows.length > MAX_ATTACHMENTS) throw tooMany(); // others came meanwhile
      await tx.sql.insertInto('CartAttachment').values(rows).execute();
    });
    return rows;
  });
}

async function countAttachments(sql: CartsContext['db']['sql'], cartId: string): Promise<number> {
  const { count } = await sql
    .selectFrom('CartAttachment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('cartId', '=', cartId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
