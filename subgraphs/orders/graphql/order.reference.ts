import type { References } from '#kernel/build-subgraph.ts';
import { isRefusal } from '#kernel/errors.ts';
import type { OrdersContext } from '../context.ts';
import type { Approval } from '../entities/approval.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { readApproval } from '../use-cases/read-approval.ts';
import { findOrderLine } from '../use-cases/read-order-lines.ts';
import { readOrder } from '../use-cases/read-order.ts';

/** What other subgraphs name by id; authorised like the queries, and null where those refuse. */
export const ordersReferences: References<OrdersContext> = {
  Order: ({ id }: { id: string }, context: OrdersContext): Promise<Order | null> => readOrder(context, id).catch(nullIfUnknown),
  Approval: ({ id }: { id: string }, context: OrdersContext): Promise<Approval | null> => readApproval(context, id).catch(nullIfUnknown),
  Cart: ({ id }: { id: string }): { id: string } => ({ id }),
  Quote: ({ id }: { id: string }): { id: string } => ({ id }),
  Return: ({ id }: { id: string }): { id: string } => ({ id }),
  OrderLine: async ({ id }: { id: string }, context: OrdersContext): Promise<OrderLine | null> => (await findOrderLine(context, id))?.line ?? null,
};

function nullIfUnknown(error: unknown): null {
  if (isRefusal(error, 'NOT_FOUND')) return null;
  throw error;
}
