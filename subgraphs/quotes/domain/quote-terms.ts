import { refuse } from '#kernel/errors.ts';
import type { PricedAnswer } from './priced-answer.ts';

/** What a quote asks for beside its lines. */
export interface QuoteTerms {
  readonly agreementId: string | null;
  readonly promotionCodes: readonly string[];
  readonly shippingMethod: string | null;
}

export const NO_TERMS: QuoteTerms = { agreementId: null, promotionCodes: [], shippingMethod: null };
const MAX_CODES = 20;

/** What is left out stays as it is; null takes it away. */
export interface TermsChange {
  readonly agreementId?: string | null;
  readonly promotionCodes?: readonly string[] | null;
  readonly shippingMethod?: string | null;
}

export function changeTerms(terms: QuoteTerms, { agreementId = terms.agreementId, promotionCodes, shippingMethod = terms.shippingMethod }: TermsChange): QuoteTerms {
  const codes = promotionCodes === undefined ? terms.promotionCodes : [...new Set((promotionCodes ?? []).map((code) => code.trim().toUpperCase()))];
  if (codes.length > MAX_CODES) throw refuse('BAD_USER_INPUT', `A quote takes at most ${MAX_CODES} promotion codes.`, { codes: codes.length });
  return { agreementId, promotionCodes: codes, shippingMethod };
}

/** Whoever names new terms hears when they do not hold; those that hold no longer are passed over without a word. */
export function refuseVainTerms(before: QuoteTerms, wanted: QuoteTerms, answer: PricedAnswer): void {
  const code = answer.promotionsRefused.find((refused) => !before.promotionCodes.includes(refused.code));
  if (code) throw refuse('PROMOTION_CODE_REFUSED', `The code ${code.code} does nothing here.`, code);
  const agreement = answer.agreementsRefused.find(({ id }) => id !== before.agreementId);
  if (agreement) throw refuse('BAD_USER_INPUT', 'This agreement does not hold for the buyer.', { agreementId: agreement.id, reason: agreement.reason });
  const problem = answer.shipping?.problem;
  if (problem != null && wanted.shippingMethod !== before.shippingMethod) throw refuse('BAD_USER_INPUT', 'The goods cannot be shipped this way.', { shippingMethod: wanted.shippingMethod, reason: problem });
}
