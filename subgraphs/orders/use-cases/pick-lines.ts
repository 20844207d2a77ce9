import { once } from '#kernel/idempotency.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Order } from '../entities/order.ts';
import { moveLines, type QuantityOfLine } from './move-lines.ts';

const CAUSES = { pick: 'LINES_PICKED', unpick: 'LINES_UNPICKED', backorder: 'LINES_BACKORDERED' } as const;

export interface MoveOnShelf {
  readonly move: keyof typeof CAUSES;
  readonly lines: readonly QuantityOfLine[];
  readonly idempotencyKey?: string | null;
}

/** The warehouse takes quantities off the shelf, puts them back, or finds too few of them. [ORD-31] */
export async function pickLines(context: OrdersContext, { move, lines, idempotencyKey: key }: MoveOnShelf): Promise<Order[]> {
  const viewer = requireAdministrator(context);
  const now = context.clock.now();
  const ids = await context.db.transact((tx) =>
    once(tx, viewer, { operation: `${move}Lines`, key, body: lines }, async () => {
      const moved = await moveLines(tx, { viewer, config: context.config, now, move, lines, cause: CAUSES[move] });
      return moved.map(({ order }) => order.id).join(' ');
    }),
  );
  return context.db.sql.selectFrom('Order').selectAll().where('id', 'in', ids.split(' ')).orderBy('id').execute();
}
