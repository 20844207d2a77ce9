import { refuse } from '#kernel/errors.ts';
import type { CartsContext } from '../context.ts';
import { missingIn, sameTerms, type ExpressTerms } from '../domain/express-checkout.ts';
import type { ExpressPreferences } from '../entities/express-preferences.ts';
import { askIsToPay } from '../peers/accounts.ts';
import { askCountries } from '../peers/parties.ts';
import { requireExpressBuyer } from './guard-express.ts';
import { loadExpressPreferences } from './read-express-preferences.ts';
import { writeExpressPreferences } from './write-express-preferences.ts';
import { inTurn } from './write-cart.ts';

/** The buyer says how express orders are shipped and paid. What is pending stays as it was bought; what comes after does not join it. [EXP-02, EXP-07] */
export async function setExpressPreferences(context: CartsContext, terms: ExpressTerms): Promise<ExpressPreferences> {
  const viewer = requireExpressBuyer(context);
  if (terms.paymentKind != null && terms.paymentMethodId != null) throw refuse('BAD_USER_INPUT', 'Pay by a kind or by a method of your payment book: one of them.');
  const missing = missingIn(terms);
  if (terms.enabled && missing.length > 0) throw refuse('EXPRESS_NOT_SET_UP', 'To switch express checkout on, say where to ship to, whom to bill and how to pay.', { missing });
  const ids = [terms.shipToAddressId, terms.billToAddressId].filter((id) => id != null);
  const known = ids.length === 0 ? new Map() : await askCountries(context.ask, viewer, ids);
  for (const addressId of ids) if (!known.has(addressId)) throw refuse('NOT_FOUND', 'There is no such address.', { addressId });
  if (terms.paymentMethodId != null && !(await askIsToPay(context.ask, terms.paymentMethodId))) throw refuse('NOT_FOUND', 'Your payment book has no such way to pay.', { paymentMethodId: terms.paymentMethodId });
  return inTurn(context, `express preferences of ${viewer.id}`, async () => {
    const before = await loadExpressPreferences(context, viewer);
    return sameTerms(before, terms) ? before : writeExpressPreferences(context, before, terms);
  });
}
