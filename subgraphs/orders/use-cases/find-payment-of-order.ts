import type { OrdersTx } from '../context.ts';
import type { Payment } from '../entities/payment.ts';

/** The payment by card of an order, if it is paid so. */
export const findPaymentOfOrder = ({ sql }: OrdersTx, orderId: string): Promise<Payment | undefined> => sql.selectFrom('Payment').selectAll().where('orderId', '=', orderId).executeTakeFirst();
