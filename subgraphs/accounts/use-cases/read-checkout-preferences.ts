import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { may, type Viewer } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import { hasExpired } from '../domain/read-payment-method.ts';
import type { CheckoutPreferences } from '../entities/checkout-preferences.ts';
import type { PaymentMethod } from '../entities/payment-method.ts';

export type KnownPreferences = Pick<CheckoutPreferences, 'shippingMethod' | 'paymentMethodId'>;

/** Guests come once and have no habits. */
export function requireRegistered(context: AccountsContext): Viewer {
  const viewer = requireViewer(context);
  if (viewer.kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to keep what you prefer.');
  return viewer;
}

/** What the viewer usually says at a checkout. */
export const readCheckoutPreferences = (context: AccountsContext): Promise<KnownPreferences> => findPreferences(context.db, requireRegistered(context));

export async function findPreferences({ sql }: Pick<AccountsContext['db'], 'sql'>, { id, accountId }: Pick<Viewer, 'id' | 'accountId'>): Promise<KnownPreferences> {
  const kept = await sql.selectFrom('CheckoutPreferences').select(['shippingMethod', 'paymentMethodId']).where('accountId', '=', accountId).where('userId', '=', id).executeTakeFirst();
  return kept ?? { shippingMethod: null, paymentMethodId: null };
}

export interface CheckoutHabits {
  readonly shippingMethod: string | null;
  readonly card: PaymentMethod | null;
}

/** What carts of the viewer begin with: a card only where cards are retained, and for who may use the payment book. [CHK-11, CHK-12, CHK-14] */
export async function readCheckoutHabits(context: AccountsContext): Promise<CheckoutHabits> {
  const viewer = requireViewer(context);
  if (viewer.kind === 'GUEST') return { shippingMethod: null, card: null };
  const { shippingMethod = null, paymentMethodId } = await findPreferences(context.db, viewer);
  const usesCards = context.config.retainCards && may(viewer, 'USE_PAYMENT_BOOK') && paymentMethodId != null;
  return { shippingMethod, card: usesCards ? await findCard(context, viewer, paymentMethodId) : null };
}

async function findCard({ db, clock }: AccountsContext, { id, accountId }: Viewer, methodId: string): Promise<PaymentMethod | null> {
  const card = await db.sql.selectFrom('PaymentMethod').selectAll().where('id', '=', methodId).where('accountId', '=', accountId).where('userId', '=', id).executeTakeFirst();
  return card && !(card.expires != null && hasExpired(card.expires, clock.now())) ? card : null;
}
