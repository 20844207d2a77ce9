import { refuse } from '#kernel/errors.ts';
import { fitsTables, inverse, ONE, readRatio, times, type Ratio } from './convert-quantity.ts';
import { unitOf } from './units-of-measure.ts';

export interface UnitRecord {
  readonly uom: string;
  /** How many primary units one holds: "12", "0.5" or "1/12". */
  readonly factor?: string | null;
}

export interface CompleteUnit extends Ratio {
  readonly uom: string;
}

const UOM = /^[A-Z0-9]{1,8}$/;

/** Every unit a product is sold in with its factor to the primary one, which comes first. */
export function completeUnits(primaryUom: string, records: readonly UnitRecord[]): CompleteUnit[] {
  const factors = new Map<string, Ratio>([[primaryUom, ONE]]);
  for (const { uom, factor } of [{ uom: primaryUom, factor: null }, ...records]) {
    if (!UOM.test(uom)) throw refuse('BAD_USER_INPUT', `${uom} is not a unit of measure code such as EA or MTR.`, { uom });
    const known = factors.get(uom);
    const ratio = factor == null ? (known ?? derivedFactor(uom, primaryUom)) : readRatio(factor);
    if (!ratio) throw refuse('BAD_USER_INPUT', `How many ${primaryUom} a ${uom} holds is missing: give it as the factor.`, { uom });
    if (known && !isSame(known, ratio)) throw refuse('BAD_USER_INPUT', `${uom} has two factors.`, { uom });
    if (!fitsTables(ratio)) throw refuse('BAD_USER_INPUT', `The factor of ${uom} has too many digits.`, { uom });
    factors.set(uom, ratio);
  }
  return [...factors].map(([uom, ratio]) => ({ uom, ...ratio }));
}

/** Units of one class need no factor of the product's: a dozen is twelve of anything. */
function derivedFactor(uom: string, primaryUom: string): Ratio | undefined {
  const [from, to] = [unitOf(uom), unitOf(primaryUom)];
  return from?.factor && to?.factor && from.unitClass === to.unitClass ? times(from.factor, inverse(to.factor)) : undefined;
}

const isSame = (a: Ratio, b: Ratio): boolean => a.numerator === b.numerator && a.denominator === b.denominator;
