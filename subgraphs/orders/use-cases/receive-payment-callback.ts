import type { OrdersContext } from '../context.ts';
import type { ProviderWord, SignedCallback } from '../payments/ports.ts';

/**
 * A payment service says that something happened to a payment. We believe the signature and not the story: whatever waits
 * for an answer about it is asked for at once, instead of after its pause. So the same word again, an old one, or words in
 * another order do nothing but that. @returns what the service is answered, as a status of HTTP
 */
export async function receivePaymentCallback(context: OrdersContext, callback: SignedCallback): Promise<200 | 401 | 404> {
  const { payments, clock } = context;
  if (!payments) return 404;
  const word = payments.hear(callback, clock.now());
  if (word === undefined) return 401;
  if (word !== null) await lookAgain(context, word);
  return 200;
}

async function lookAgain({ db, clock }: OrdersContext, { reference, authoriseKey }: ProviderWord): Promise<void> {
  const nextAt = clock.now();
  const found = await db.sql
    .selectFrom('Payment')
    .innerJoin('PaymentOperation', 'PaymentOperation.paymentId', 'Payment.id')
    .select(['Payment.id', 'Payment.checkoutId'])
    .where((eb) => eb.or([...(reference === null ? [] : [eb('Payment.reference', '=', reference)]), ...(authoriseKey === null ? [] : [eb('PaymentOperation.key', '=', authoriseKey)])]))
    .executeTakeFirst();
  if (!found) return; // of somebody else who is paid by the same service
  await db.sql.updateTable('PaymentOperation').set({ nextAt }).where('paymentId', '=', found.id).where('status', '=', 'SENT').execute();
  await db.sql.updateTable('Checkout').set({ nextAt }).where('id', '=', found.checkoutId).where('step', '=', 'stockReserved').where((eb) => eb.or([eb('attempts', '>', 0), eb('authentication', 'is not', null)])).where('nextAt', '>', nextAt).execute();
}
