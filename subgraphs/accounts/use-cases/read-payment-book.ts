import { refuse } from '#kernel/errors.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import { hasExpired } from '../domain/read-payment-method.ts';
import type { PaymentMethod } from '../entities/payment-method.ts';

/** The viewer's own payment book, the oldest first; nobody else has one of theirs to look into. [SHARE-31] */
export async function readPaymentBook(context: AccountsContext): Promise<PaymentMethod[]> {
  const { id, accountId } = requirePayer(context);
  return context.db.sql.selectFrom('PaymentMethod').selectAll().where('accountId', '=', accountId).where('userId', '=', id).orderBy('id').execute();
}

/** A method to pay with now: of the viewer's own book, whatever is bought and for whom. [SHARE-31] */
export async function paymentMethodToUse(context: AccountsContext, id: string): Promise<PaymentMethod> {
  const method = (await readPaymentBook(context)).find((each) => each.id === id);
  if (!method) throw noSuchMethod(id);
  if (method.expires != null && hasExpired(method.expires, context.clock.now())) throw refuse('BAD_USER_INPUT', 'This card has expired. Choose another way to pay.', { paymentMethodId: id });
  return method;
}

export const noSuchMethod = (paymentMethodId: string): Error => refuse('NOT_FOUND', 'There is no such way to pay in your payment book.', { paymentMethodId });

/** Guests come once and keep nothing. */
export function requirePayer(context: AccountsContext): Viewer {
  const viewer = requireViewer(context);
  if (viewer.kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to keep ways to pay.');
  requirePermission(viewer, 'USE_PAYMENT_BOOK');
  return viewer;
}
