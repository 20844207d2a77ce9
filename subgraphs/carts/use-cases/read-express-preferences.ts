import { refuse } from '#kernel/errors.ts';
import { isBusiness, type Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { missingIn, NO_TERMS, withoutLost } from '../domain/express-checkout.ts';
import type { CartSettings } from '../domain/cart-draft.ts';
import type { ExpressPreferences } from '../entities/express-preferences.ts';
import { askIsToPay } from '../peers/accounts.ts';
import { askCountries } from '../peers/parties.ts';
import { requireExpressBuyer } from './guard-express.ts';
import { writeExpressPreferences } from './write-express-preferences.ts';
import { inTurn } from './write-cart.ts';

/** What the buyer has set; nothing, and off, until they do. */
export const readExpressPreferences = async (context: CartsContext): Promise<ExpressPreferences> => (await loadValid(context, requireExpressBuyer(context))).preferences;

/** What express orders of the buyer begin with. */
export interface ExpressSetUp {
  readonly preferencesVersion: number;
  readonly payment: { readonly paymentKind: string | null; readonly paymentMethodId: string | null };
  readonly settings: Pick<CartSettings, 'shipToCustomerId' | 'shipToContactId' | 'shipToAddressId' | 'shipToCountry' | 'billToCustomerId' | 'billToContactId' | 'billToAddressId' | 'shippingMethod'>;
}

/** The preferences of somebody about to buy, or a refusal that says what they lack. [EXP-02] */
export async function requireExpressSetUp(context: CartsContext, viewer: Viewer): Promise<ExpressSetUp> {
  const { preferences, countries } = await loadValid(context, viewer);
  const { enabled, version: preferencesVersion, shipToAddressId = null, billToAddressId = null, shippingMethod = null, paymentKind = null, paymentMethodId = null } = preferences;
  const missing = missingIn(preferences);
  if (!enabled || missing.length > 0) {
    throw refuse('EXPRESS_NOT_SET_UP', 'Set and switch on your express preferences first.', { enabled, missing });
  }
  const contactId = context.config.mandateContacts && isBusiness(viewer) ? viewer.id : null; // nobody is asked in one step
  const shipToCountry = countries.get(shipToAddressId ?? '') ?? null;
  return { preferencesVersion, payment: { paymentKind, paymentMethodId }, settings: { shipToCustomerId: null, shipToContactId: contactId, shipToAddressId, shipToCountry, billToCustomerId: null, billToContactId: contactId, billToAddressId, shippingMethod } };
}

interface Valid {
  readonly preferences: ExpressPreferences;
  readonly countries: ReadonlyMap<string, string>;
}

/** The address book and the payment book are asked each time: what is gone from them is cleared, for good. [EXP-12] */
function loadValid(context: CartsContext, viewer: Viewer): Promise<Valid> {
  return inTurn(context, `express preferences of ${viewer.id}`, async () => {
    const preferences = await loadExpressPreferences(context, viewer);
    const ids = [preferences.shipToAddressId, preferences.billToAddressId].filter((id) => id != null);
    const [countries, pays] = await Promise.all([
      ids.length === 0 ? new Map<string, string>() : askCountries(context.ask, viewer, ids),
      preferences.paymentMethodId == null ? true : askIsToPay(context.ask, preferences.paymentMethodId),
    ]);
    const terms = withoutLost(preferences, (id) => (id === preferences.paymentMethodId ? !pays : !countries.has(id)));
    return { countries, preferences: terms === preferences ? preferences : await writeExpressPreferences(context, preferences, terms) };
  });
}

/** As they are kept. Version 0: there are none yet. */
export async function loadExpressPreferences({ db, clock }: CartsContext, { id: userId, accountId }: Viewer): Promise<ExpressPreferences> {
  const kept = await db.sql.selectFrom('ExpressPreferences').selectAll().where('accountId', '=', accountId).where('userId', '=', userId).executeTakeFirst();
  return kept ?? { accountId, userId, version: 0, ...NO_TERMS, updatedAt: clock.now() };
}
