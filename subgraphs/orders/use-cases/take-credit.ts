import { moneyOf } from '#kernel/money.ts';
import type { OrdersTx } from '../context.ts';
import type { BookingProblem } from '../domain/first-status.ts';
import type { Order } from '../entities/order.ts';

/**
 * An order on account is owed for from the moment it is written or booked, within the limit of the account: one statement
 * decides between two at the same time. Taken already, or paid otherwise: nothing happens. [I14]
 * @returns why it may not be owed for
 */
export async function takeCredit({ sql }: OrdersTx, order: Pick<Order, 'id' | 'accountId' | 'currency' | 'totalMinor' | 'payment'>, now: Date): Promise<BookingProblem | undefined> {
  const { id: orderId, accountId, currency, totalMinor, payment } = order;
  if (payment?.type !== 'INVOICE') return undefined;
  const taken = await sql.selectFrom('CreditHold').select('orderId').where('orderId', '=', orderId).executeTakeFirst();
  if (taken) return undefined;
  await sql
    .insertInto('CreditAccount')
    .values({ accountId, currency, limitMinor: null, owedMinor: 0n, version: 0, updatedAt: now })
    .onConflict((oc) => oc.columns(['accountId', 'currency']).doNothing())
    .execute();
  const { numUpdatedRows } = await sql
    .updateTable('CreditAccount')
    .set((eb) => ({ owedMinor: eb('owedMinor', '+', totalMinor) }))
    .where('accountId', '=', accountId)
    .where('currency', '=', currency)
    .where((eb) => eb.or([eb('limitMinor', 'is', null), eb(eb('owedMinor', '+', totalMinor), '<=', eb.ref('limitMinor'))]))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return { code: 'CREDIT_LIMIT_EXCEEDED', message: `With this order of ${moneyOf(totalMinor, currency).amount} ${currency} the account would owe more than it may.` };
  await sql.insertInto('CreditHold').values({ orderId, accountId, currency, openMinor: totalMinor }).execute();
  return undefined;
}
