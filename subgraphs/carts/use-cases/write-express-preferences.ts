import type { CartsContext } from '../context.ts';
import type { ExpressTerms } from '../domain/express-checkout.ts';
import type { ExpressPreferences } from '../entities/express-preferences.ts';
import { Overtaken } from './write-cart.ts';

/** Writes preferences one version on, if nobody overtook us since we read. */
export async function writeExpressPreferences({ db, clock }: CartsContext, before: ExpressPreferences, terms: ExpressTerms): Promise<ExpressPreferences> {
  const { enabled, shipToAddressId, billToAddressId, paymentKind, paymentMethodId, shippingMethod } = terms;
  const after = { ...before, enabled, shipToAddressId, billToAddressId, paymentKind, paymentMethodId, shippingMethod, version: before.version + 1, updatedAt: clock.now() };
  const written = await db.transact(async ({ sql }) => {
    if (before.version === 0) return (await sql.insertInto('ExpressPreferences').values(after).onConflict((oc) => oc.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows;
    const { accountId, userId, version } = before;
    return (await sql.updateTable('ExpressPreferences').set(after).where('accountId', '=', accountId).where('userId', '=', userId).where('version', '=', version).executeTakeFirst()).numUpdatedRows;
  });
  if (written !== 1n) throw new Overtaken();
  return after;
}
