import { refuse } from '#kernel/errors.ts';
import { microFrom } from '#kernel/money.ts';
import { checkCurrency, checkNamed, checkNotNegative, checkPercent, completePeriod, type Period } from './check-terms.ts';
import type { AgreementFacts } from './engine/pricing-facts.ts';

export interface AgreementRecord extends Period {
  readonly id: string;
  readonly name: string;
  readonly priceList?: string | null;
  readonly paymentTerm?: string | null;
  readonly percentOff?: string | null;
  readonly amountOff?: string | null;
  readonly currency?: string | null;
  readonly accountIds: readonly string[];
  /** Those of the accounts whose new carts begin with it. */
  readonly defaultOf?: readonly string[] | null;
}

export type CompleteAgreement = Omit<AgreementFacts, 'version' | 'validUntil'> & { readonly validUntil: Date | null };

/** An agreement as it shall be; refuses one that says nothing. */
export function completeAgreement(record: AgreementRecord): CompleteAgreement {
  const amountOffMicro = record.amountOff == null ? null : microFrom(record.amountOff);
  const terms = {
    priceList: record.priceList ?? null,
    paymentTerm: record.paymentTerm ?? null,
    percentOff: checkPercent(record.percentOff ?? null),
    amountOffMicro: checkNotNegative(amountOffMicro, 'The amount off'),
  };
  if (Object.values(terms).every((term) => term === null)) throw refuse('BAD_USER_INPUT', 'An agreement names a price list, something off, or a payment term.', {});
  const stranger = record.defaultOf?.find((id) => !record.accountIds.includes(id));
  if (stranger !== undefined) throw refuse('BAD_USER_INPUT', `${stranger} is not among the accounts of the agreement.`, { accountId: stranger });
  return {
    id: checkNamed(record.id, 'The id'),
    name: checkNamed(record.name, 'The name'),
    ...terms,
    currency: checkCurrency(record.currency ?? null, amountOffMicro !== null),
    ...completePeriod(record),
  };
}
