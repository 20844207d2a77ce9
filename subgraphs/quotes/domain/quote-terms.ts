import { refuse } from '#kernel/errors.ts';
import { minorFrom, moneyOf } from '#kernel/money.ts';
import type { DraftLine } from './price-quote.ts';
import type { PricedAnswer } from './priced-answer.ts';

/** What a quote asks for beside its lines. */
export interface QuoteTerms {
  readonly agreementId: string | null;
  readonly promotionCodes: readonly string[];
  readonly shippingMethod: string | null;
  /** What the rep charges for that way instead of the usual, in the currency of the quote. */
  readonly freight?: string | null;
  /** What the seller's CPQ takes off the whole, in the currency of the quote. */
  readonly discount?: string | null;
}

export const NO_TERMS: QuoteTerms = { agreementId: null, promotionCodes: [], shippingMethod: null };
const MAX_CODES = 20;

/** What is left out stays as it is; null takes it away. */
export interface TermsChange {
  readonly agreementId?: string | null;
  readonly promotionCodes?: readonly string[] | null;
  readonly shippingMethod?: string | null;
  /** From a rep only. */
  readonly freight?: string | null;
}

export interface TermsChanger {
  readonly maySetPrices: boolean;
  readonly currency: string;
}

export function changeTerms(terms: QuoteTerms, { agreementId = terms.agreementId, promotionCodes, shippingMethod = terms.shippingMethod, freight }: TermsChange, by: TermsChanger): QuoteTerms {
  const codes = promotionCodes === undefined ? terms.promotionCodes : [...new Set((promotionCodes ?? []).map((code) => code.trim().toUpperCase()))];
  if (codes.length > MAX_CODES) throw refuse('BAD_USER_INPUT', `A quote takes at most ${MAX_CODES} promotion codes.`, { codes: codes.length });
  return { ...terms, agreementId, promotionCodes: codes, shippingMethod, freight: changeFreight(terms, shippingMethod, freight, by) };
}

/** What was agreed for the freight goes with the way it was agreed for. */
function changeFreight(terms: QuoteTerms, shippingMethod: string | null, freight: string | null | undefined, { maySetPrices, currency }: TermsChanger): string | null {
  if (freight === undefined) return shippingMethod === terms.shippingMethod ? (terms.freight ?? null) : null;
  if (!maySetPrices) throw refuse('FORBIDDEN', 'The freight is set by the assigned sales rep.', {});
  if (freight === null) return null;
  if (shippingMethod === null) throw refuse('BAD_USER_INPUT', 'Name a way to ship before its freight.', { freight });
  const minor = minorFrom(freight, currency);
  if (minor < 0n) throw refuse('BAD_USER_INPUT', 'A freight cannot be negative.', { freight });
  return moneyOf(minor, currency).amount;
}

/** Whoever names new terms hears when they do not hold; those that hold no longer are passed over without a word. */
export function refuseVainTerms(before: QuoteTerms, wanted: QuoteTerms, answer: PricedAnswer): void {
  const code = answer.promotionsRefused.find((refused) => !before.promotionCodes.includes(refused.code));
  if (code) throw refuse('PROMOTION_CODE_REFUSED', `The code ${code.code} does nothing here.`, code);
  const agreement = answer.agreementsRefused.find(({ id, lineId }) => lineId === null && id !== before.agreementId);
  if (agreement) throw noSuchAgreement(agreement);
  const problem = answer.shipping?.problem;
  if (problem != null && wanted.shippingMethod !== before.shippingMethod) throw refuse('BAD_USER_INPUT', 'The goods cannot be shipped this way.', { shippingMethod: wanted.shippingMethod, reason: problem });
}

/** The same for agreements of single lines. */
export function refuseVainAgreements(before: readonly DraftLine[], wanted: readonly DraftLine[], answer: PricedAnswer): void {
  const agreementOf = (lines: readonly DraftLine[]): Map<string, string | null> => new Map(lines.map((line) => [line.id, line.agreementId]));
  const [earlier, now] = [agreementOf(before), agreementOf(wanted)];
  const vain = answer.agreementsRefused.find(({ id, lineId }) => lineId !== null && now.get(lineId) === id && earlier.get(lineId) !== id);
  if (vain) throw noSuchAgreement(vain);
}

const noSuchAgreement = ({ id, lineId, reason }: PricedAnswer['agreementsRefused'][number]): Error =>
  refuse('BAD_USER_INPUT', 'This agreement does not hold for the buyer.', { agreementId: id, lineId, reason });
