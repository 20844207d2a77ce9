import { find } from '#kernel/statement.ts';
import type { CartsContext } from '../context.ts';
import type { CartAttachment } from '../entities/cart-attachment.ts';

type Sql = CartsContext['db']['sql'];

/** The applied attachments of carts, in the order they came. */
export const loadAttachments = (sql: Sql, cartIds: readonly string[]): Promise<CartAttachment[]> => find(sql, selectApplied, { cartIds });

const selectApplied = (sql: Sql, { cartIds }: { cartIds: readonly string[] }) =>
  sql.selectFrom('CartAttachment').selectAll().where('cartId', 'in', cartIds).where('status', '=', 'APPLIED').orderBy('id');
