import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import type { AccountsTables } from '../entities/tables.ts';
import { findPreferences, requireRegistered, type KnownPreferences } from './read-checkout-preferences.ts';
import { noSuchMethod, requirePayer } from './read-payment-book.ts';
import { touchAccount } from './write-account.ts';

const CODE = /^[\w.-]{1,40}$/;

/** What is left out stays; null takes it back. */
export interface WantedPreferences {
  readonly shippingMethod?: string | null;
  readonly paymentMethodId?: string | null;
}

/** The viewer says what their carts shall begin with. Of cards only those of their own payment book. [CHK-11, CHK-12] */
export async function setCheckoutPreferences(context: AccountsContext, wanted: WantedPreferences): Promise<KnownPreferences> {
  const viewer = requireRegistered(context);
  const { shippingMethod, paymentMethodId } = wanted;
  if (shippingMethod != null && !CODE.test(shippingMethod)) throw refuse('BAD_USER_INPUT', 'A way to ship is named by its code.', { field: 'shippingMethod' });
  if (paymentMethodId != null) requirePayer(context);
  return context.db.transact(async (tx) => {
    if (paymentMethodId != null) await requireCard(tx, viewer, paymentMethodId);
    const before = await findPreferences(tx, viewer);
    const after = { ...before, ...(shippingMethod !== undefined && { shippingMethod }), ...(paymentMethodId !== undefined && { paymentMethodId }) };
    await writePreferences(tx, viewer, after, context.clock.now());
    await touchAccount(tx, viewer.accountId, { type: 'CHECKOUT_PREFERENCES_SET', actorId: viewer.id, payload: { userId: viewer.id } });
    return after;
  });
}

async function requireCard({ sql }: Tx<AccountsTables>, { id, accountId }: Viewer, methodId: string): Promise<void> {
  const card = await sql.selectFrom('PaymentMethod').select('type').where('id', '=', methodId).where('accountId', '=', accountId).where('userId', '=', id).executeTakeFirst();
  if (!card) throw noSuchMethod(methodId);
  if (card.type !== 'CARD') throw refuse('BAD_USER_INPUT', 'Only a card can be the default card.', { paymentMethodId: methodId });
}

/** A first card becomes the default; one that there is stays it. [CHK-13] */
export async function keepFirstCard(tx: Tx<AccountsTables>, viewer: Viewer, paymentMethodId: string, now: Date): Promise<void> {
  const before = await findPreferences(tx, viewer);
  if (before.paymentMethodId == null) await writePreferences(tx, viewer, { ...before, paymentMethodId }, now);
}

/** A card that is gone is nobody's default. */
export async function forgetCard({ sql }: Tx<AccountsTables>, { id, accountId }: Pick<Viewer, 'id' | 'accountId'>, paymentMethodId: string): Promise<void> {
  await sql.updateTable('CheckoutPreferences').set({ paymentMethodId: null }).where('accountId', '=', accountId).where('userId', '=', id).where('paymentMethodId', '=', paymentMethodId).execute();
}

async function writePreferences(tx: Tx<AccountsTables>, { id: userId, accountId }: Viewer, preferences: KnownPreferences, updatedAt: Date): Promise<void> {
  const row = { accountId, userId, ...preferences, updatedAt };
  await tx.sql.insertInto('CheckoutPreferences').values(row).onConflict((oc) => oc.columns(['accountId', 'userId']).doUpdateSet({ ...preferences, updatedAt })).execute();
}
