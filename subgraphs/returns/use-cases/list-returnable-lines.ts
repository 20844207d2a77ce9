import { refuse } from '#kernel/errors.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import type { OrderedLine } from '../domain/ordered-line.ts';
import { leftOf, objectionsTo, type Objection } from '../domain/return-policy.ts';
import { readLineSearch, type ReturnSearchField } from '../domain/search-lines.ts';
import { askLinesOfOrder, findLines } from '../peers/orders.ts';
import { requireReturner } from './guard-returns.ts';

/** An order line to choose from, with all that keeps it from coming back. */
export interface ReturnableLine {
  readonly facts: OrderedLine;
  readonly objections: readonly Objection[];
  readonly leftQuantity: string;
  /** How much of it is in the viewer's pending return already. */
  readonly pendingMicro: bigint;
}

/** All lines of an order, those that cannot come back too, with the reasons. [RET-14, RET-15, V 30] */
export async function listReturnableLines(context: ReturnsContext, orderId: string): Promise<ReturnableLine[]> {
  const viewer = requireReturner(context);
  const lines = await askLinesOfOrder(context.ask, orderId);
  if (lines.some(({ accountId }) => accountId !== viewer.accountId)) throw refuse('NOT_FOUND', 'There is no such order.', { orderId });
  return judged(context, viewer, lines);
}

/** The viewer's order lines that a number stands for exactly; serial numbers only of what was shipped. [RET-17, RET-18, RET-20] */
export async function searchReturnableLines(context: ReturnsContext, field: ReturnSearchField, text: string): Promise<ReturnableLine[]> {
  const viewer = requireReturner(context);
  return judged(context, viewer, await findLines(context.ask, field, readLineSearch(field, text, context.config.searchFields)));
}

async function judged({ db: { sql }, config, clock }: ReturnsContext, { id: ownerId }: Viewer, lines: readonly OrderedLine[]): Promise<ReturnableLine[]> {
  const pending = await sql.selectFrom('ReturnLine').innerJoin('Return', 'Return.id', 'ReturnLine.returnId').select(['ReturnLine.orderLineId', 'ReturnLine.quantityMicro']).where('Return.pendingOwnerId', '=', ownerId).execute();
  const now = clock.now();
  return lines.map((facts) => ({
    facts,
    objections: objectionsTo(facts, config, now),
    leftQuantity: leftOf(facts, config),
    pendingMicro: pending.find(({ orderLineId }) => orderLineId === facts.id)?.quantityMicro ?? 0n,
  }));
}
