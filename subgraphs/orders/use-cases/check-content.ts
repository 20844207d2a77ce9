import { isRefusal } from '#kernel/errors.ts';
import type { DomainEvent } from '#kernel/events.ts';
import { find } from '#kernel/statement.ts';
import type { OrdersContext } from '../context.ts';
import type { Approval } from '../entities/approval.ts';
import { askPriceHash } from '../peers/price-hash.ts';
import { voidApproval } from './ask-approval.ts';

/** A cart or quote moved: what waits for a yes about it is void if it is no longer what was asked about. */
export async function checkContentOf(context: OrdersContext, { aggregateId }: DomainEvent): Promise<void> {
  const [approval] = await find(context.db.sql, selectOpen, { openFor: aggregateId }); // of every change of every cart
  if (approval) await checkContent(context, approval);
}

const selectOpen = (sql: OrdersContext['db']['sql'], { openFor }: { openFor: string }) => sql.selectFrom('Approval').selectAll().where('openFor', '=', openFor);

/**
 * Asks as its requester whether lines and prices still are what was asked about. What this does not see (addresses, payment,
 * words) the checkout of the approved order does. @returns whether it stands
 */
export async function checkContent(context: OrdersContext, approval: Approval): Promise<boolean> {
  const { id, facts, input, cartId, quoteId } = approval;
  if (input.express) return true; // placed at the prices of the moment, if they are those approved
  if ((await currentHash(context, approval)) === input.priceHash) return true;
  await context.db.transact(async (tx) => {
    const open = await tx.sql.selectFrom('Approval').selectAll().where('id', '=', id).where('status', '=', 'PENDING').executeTakeFirst();
    if (open) await voidApproval(tx, open, context.clock.now(), 'Lines or prices have changed since.');
  });
  context.log('an approval is void, for its content has changed', { subgraph: 'orders', approvalId: id, cartId, quoteId, requestId: facts.requestId });
  return false;
}

async function currentHash({ askAs }: OrdersContext, { facts, cartId, quoteId }: Approval): Promise<string | undefined> {
  try {
    return await askPriceHash(askAs(facts), { cartId, quoteId });
  } catch (error) {
    if (isRefusal(error, 'NOT_FOUND')) return undefined; // gone, or no longer theirs
    throw error;
  }
}
