import { Decimal } from 'decimal.js';
import { scaleUnit } from '#kernel/money.ts';
import type { AgreementFacts } from './pricing-facts.ts';
import type { PricingScope } from './pricing-scope.ts';
import { priceAfter, withStep, type Step } from './waterfall.ts';

/** What the agreement itself takes off, after its list has had its say; never below nothing. */
export function applyAgreement(scope: PricingScope, steps: readonly Step[], agreement: AgreementFacts | null): readonly Step[] {
  if (!agreement) return steps;
  const { id, version, name, priceList, percentOff, amountOffMicro, currency } = agreement;
  const before = priceAfter(steps);
  const note = [name, priceList && `prices of ${priceList}`, percentOff && `${percentOff}% off`].filter(Boolean).join(', ');
  const off = amountOffMicro === null ? 0n : (scope.convert(amountOffMicro, currency) ?? 0n);
  const afterMicro = atLeastNothing((percentOff === null ? before : percentLess(before, percentOff)) - off);
  return withStep(steps, { kind: 'AGREEMENT', source: id, sourceVersion: version, afterMicro, note });
}

export const percentLess = (unitMicro: bigint, percent: string): bigint => scaleUnit(unitMicro, new Decimal(100).minus(percent).div(100));

export const atLeastNothing = (micro: bigint): bigint => (micro < 0n ? 0n : micro);
