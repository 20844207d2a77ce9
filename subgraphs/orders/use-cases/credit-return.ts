import { newId } from '#kernel/ids.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';
import type { OrdersTx } from '../context.ts';
import { nextCredit, totalCredit, type CreditedLine } from '../domain/credit-shares.ts';
import type { CreditMemo } from '../entities/credit-memo.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { changeOrder } from './change-order.ts';
import { giveBack } from './give-back.ts';
import { markReturned } from './mark-returned.ts';
import { takeNumber } from './take-number.ts';

/** So much of an order line came back and was disposed of. */
export interface TakenLine {
  readonly orderId: string;
  readonly orderLineId: string;
  readonly quantity: string;
  readonly serialNumbers: readonly string[];
  /** Whether the buyer gets money for it, whether it goes back on the shelf, and whether the seller keeps it at all. */
  readonly isCredited: boolean;
  readonly isRestocked: boolean;
  readonly isKept: boolean;
}

export interface TakenIn {
  readonly returnId: string;
  /** Counts what the return disposed of: the same step again credits nothing. */
  readonly step: number;
  readonly lines: readonly TakenLine[];
  readonly fees: readonly { readonly orderId: string; readonly feeMinor: string }[];
  readonly actorId: string | null;
  readonly now: Date;
}

/**
 * What a return disposed of is credited: a memo for each order, its refund, and the word to the stock, all in one
 * transaction. A step that was taken in before changes nothing. [RET-39, I13]
 */
export async function creditReturn(tx: OrdersTx, taken: TakenIn): Promise<void> {
  const { returnId, step, actorId, now } = taken;
  for (const [orderId, lines] of Map.groupBy(taken.lines, (line) => line.orderId)) {
    const before = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirst();
    if (!before || (await isKnown(tx, keyOf(taken, orderId)))) continue;
    const sold = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', orderId).where('id', 'in', lines.map((line) => line.orderLineId)).execute();
    for (const line of lines) if (line.isKept) await markReturned(tx, line, now);
    const memo = await writeMemo(tx, taken, before, sold, lines);
    const order = memo ? await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow() : before; // an invoice may have been paid by it
    const credit = memo && { creditMemoId: memo.id, creditMemoNumber: memo.number, amountMinor: String(memo.amountMinor), refundStatus: memo.status };
    await changeOrder(tx, order, {}, { type: 'RETURN_TAKEN_IN', actorId, now, payload: { returnId, step, ...credit, restock: toRestock(lines, sold) } });
  }
}

const keyOf = ({ returnId, step }: TakenIn, orderId: string): string => `${returnId}:${step}:${orderId}`;

async function isKnown({ sql }: OrdersTx, key: string): Promise<boolean> {
  return (await sql.selectFrom('CreditMemo').select('id').where('key', '=', key).executeTakeFirst()) !== undefined;
}

async function writeMemo(tx: OrdersTx, taken: TakenIn, order: Order, sold: readonly OrderLine[], lines: readonly TakenLine[]): Promise<CreditMemo | undefined> {
  const { id: orderId, accountId, currency, pricesIncludeTax } = order;
  const { returnId, now } = taken;
  const credited: CreditedLine[] = [];
  for (const { orderLineId, quantity } of sumLines(lines.filter((line) => line.isCredited))) {
    const line = sold.find(({ id }) => id === orderLineId);
    const credit = line && (await takeCredited(tx, returnId, line, toMicro(quantity), currency));
    if (credit) credited.push(credit);
  }
  if (credited.length === 0) return undefined;

  const feeMinor = BigInt(taken.fees.find((fee) => fee.orderId === orderId)?.feeMinor ?? 0);
  const key = keyOf(taken, orderId);
  const written: CreditMemo = {
    id: newId(), accountId, orderId, returnId, key, currency, pricesIncludeTax,
    number: await takeNumber(tx, `CM-${now.getUTCFullYear()}`),
    ...totalCredit(credited, feeMinor, order),
    exchangedMinor: 0n, byHandMinor: 0n, status: 'REFUNDED', refundKey: key, reference: null, createdAt: now, settledAt: null,
  };
  const memo = await giveBack(tx, written, now);
  await tx.sql.insertInto('CreditMemo').values(memo).execute();
  await tx.sql.insertInto('CreditMemoLine').values(credited.map((line) => ({ ...line, creditMemoId: memo.id, orderId, returnId, accountId }))).execute();
  return memo;
}

/** A line may come back in several pieces of one step: they are credited together. */
function sumLines(lines: readonly TakenLine[]): { orderLineId: string; quantity: string }[] {
  return [...Map.groupBy(lines, (line) => line.orderLineId)].map(([orderLineId, pieces]) => ({ orderLineId, quantity: fromMicro(pieces.reduce((all, { quantity }) => all + toMicro(quantity), 0n)) }));
}

async function takeCredited({ sql }: OrdersTx, returnId: string, line: OrderLine, quantityMicro: bigint, currency: string): Promise<CreditedLine | undefined> {
  const claim = await sql.selectFrom('ReturnClaimLine').selectAll().where('returnId', '=', returnId).where('orderLineId', '=', line.id).executeTakeFirst();
  if (!claim) return undefined;
  const before = await sql.selectFrom('CreditMemoLine').selectAll().where('orderLineId', '=', line.id).execute();
  const credit = nextCredit(line, claim, before, quantityMicro, currency);
  if (!credit) return undefined;
  const changes = { creditedMicro: claim.creditedMicro + credit.quantityMicro, creditedMinor: claim.creditedMinor + credit.amountMinor };
  await sql.updateTable('ReturnClaimLine').set(changes).where('returnId', '=', returnId).where('orderLineId', '=', line.id).execute();
  return credit;
}

/** What goes back on the shelf, as the catalog counts it. */
function toRestock(lines: readonly TakenLine[], sold: readonly OrderLine[]): object[] {
  return lines.filter((line) => line.isRestocked).flatMap(({ orderLineId, quantity }) => {
    const line = sold.find(({ id }) => id === orderLineId);
    return line ? { sku: line.sku, uom: line.uom, quantity, ...(line.configuration && { configuration: line.configuration }) } : [];
  });
}
