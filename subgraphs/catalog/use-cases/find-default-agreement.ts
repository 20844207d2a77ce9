import type { CatalogContext } from '../context.ts';

/** The agreement that new carts of an account begin with: the first in force of those marked so; null when there is none. [CART-69] */
export async function findDefaultAgreement({ db: { sql }, clock }: CatalogContext, accountId: string): Promise<string | null> {
  const now = clock.now();
  const row = await sql
    .selectFrom('Agreement')
    .innerJoin('AgreementAccount', 'AgreementAccount.agreementId', 'Agreement.id')
    .select('Agreement.id as id')
    .where('AgreementAccount.accountId', '=', accountId)
    .where('AgreementAccount.isDefault', '=', true)
    .where('Agreement.validFrom', '<=', now)
    .where((eb) => eb.or([eb('Agreement.validUntil', 'is', null), eb('Agreement.validUntil', '>', now)]))
    .orderBy('Agreement.id')
    .executeTakeFirst();
  return row?.id ?? null;
}
