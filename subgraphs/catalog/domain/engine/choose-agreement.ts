import type { RefusedAgreement } from './priced-document.ts';
import { holdsAt, type AgreementFacts, type PricingFacts } from './pricing-facts.ts';
import type { PricingRequest } from './pricing-request.ts';

export interface ChosenAgreements {
  readonly ofDocument: AgreementFacts | null;
  readonly ofLine: ReadonlyMap<string, AgreementFacts>;
  readonly refused: readonly RefusedAgreement[];
}

/** Which agreements hold: for this account, on this day. One that does not is reported, and the price is that without it. [CART-67, CART-70] */
export function chooseAgreements({ agreementId, lines, at }: PricingRequest, { agreements }: PricingFacts): ChosenAgreements {
  const refused: RefusedAgreement[] = [];
  const find = (id: string, lineId: string | null): AgreementFacts | null => {
    const agreement = agreements.get(id);
    if (agreement && holdsAt(agreement, at)) return agreement;
    refused.push({ id, lineId, reason: agreement ? 'NOT_IN_FORCE' : 'UNKNOWN_AGREEMENT' });
    return null;
  };
  const ofDocument = agreementId == null ? null : find(agreementId, null);
  const ofLine = new Map<string, AgreementFacts>();
  for (const line of lines) {
    const agreement = line.agreementId == null ? null : find(line.agreementId, line.id);
    if (agreement) ofLine.set(line.id, agreement);
  }
  return { ofDocument, ofLine, refused };
}
