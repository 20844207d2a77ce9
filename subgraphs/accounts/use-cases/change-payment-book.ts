import { refuse } from '#kernel/errors.ts';
import { once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import type { AccountsContext } from '../context.ts';
import { readPaymentMethod, type PaymentMethodWish } from '../domain/read-payment-method.ts';
import type { PaymentMethod } from '../entities/payment-method.ts';
import { noSuchMethod, requirePayer } from './read-payment-book.ts';
import { forgetCard, keepFirstCard } from './set-checkout-preferences.ts';
import { touchAccount } from './write-account.ts';

const MOST = 50;

/** A way to pay joins the viewer's own book. The event names it, and tells nothing of it. [SHARE-31] */
export async function savePaymentMethod(context: AccountsContext, wish: PaymentMethodWish, key?: string | null): Promise<PaymentMethod> {
  const viewer = requirePayer(context);
  const createdAt = context.clock.now();
  const read = readPaymentMethod(wish, createdAt);
  return context.db.transact(async (tx) => {
    const own = () => tx.sql.selectFrom('PaymentMethod').selectAll().where('accountId', '=', viewer.accountId).where('userId', '=', viewer.id);
    const id = await once(tx, viewer, { operation: 'savePaymentMethod', key, body: read }, async () => {
      if ((await own().execute()).length >= MOST) throw refuse('BAD_USER_INPUT', `A payment book has at most ${MOST} entries.`);
      const method = { id: newId(), accountId: viewer.accountId, userId: viewer.id, ...read, createdAt };
      await tx.sql.insertInto('PaymentMethod').values(method).execute();
      if (method.type === 'CARD' && context.config.retainCards) await keepFirstCard(tx, viewer, method.id, createdAt);
      await touchAccount(tx, viewer.accountId, { type: 'PAYMENT_METHOD_SAVED', actorId: viewer.id, payload: { paymentMethodId: method.id, userId: viewer.id } });
      return method.id;
    });
    const saved = await own().where('id', '=', id).executeTakeFirst();
    if (!saved) throw noSuchMethod(id); // saved under this key, and deleted since
    return saved;
  });
}

/** The entry is gone for good; orders paid with it keep what they show. Gone already: nothing happens. */
export async function deletePaymentMethod(context: AccountsContext, paymentMethodId: string): Promise<string> {
  const { id: userId, accountId } = requirePayer(context);
  await context.db.transact(async (tx) => {
    const { numDeletedRows } = await tx.sql.deleteFrom('PaymentMethod').where('id', '=', paymentMethodId).where('accountId', '=', accountId).where('userId', '=', userId).executeTakeFirst();
    if (numDeletedRows === 0n) return;
    await forgetCard(tx, { id: userId, accountId }, paymentMethodId);
    await touchAccount(tx, accountId, { type: 'PAYMENT_METHOD_DELETED', actorId: userId, payload: { paymentMethodId, userId } });
  });
  return paymentMethodId;
}
