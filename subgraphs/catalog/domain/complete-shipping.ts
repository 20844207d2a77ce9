import { refuse } from '#kernel/errors.ts';
import { minorFrom } from '#kernel/money.ts';
import { checkCountry, checkNamed } from './check-terms.ts';

export interface ShippingMethodRecord {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  readonly flat: string;
  readonly perKilogram?: string | null;
  readonly freeFrom?: string | null;
  readonly countries?: readonly string[] | null;
  readonly taxed?: boolean | null;
  readonly active?: boolean | null;
}

export function completeShippingMethod({ code, name, currency, flat, perKilogram, freeFrom, countries, taxed, active }: ShippingMethodRecord) {
  const amount = (text: string): bigint => {
    const minor = minorFrom(text, currency);
    if (minor < 0n) throw refuse('BAD_USER_INPUT', 'A charge is zero or more.', { code });
    return minor;
  };
  return {
    code: checkNamed(code, 'The code'),
    name: checkNamed(name, 'The name'),
    currency,
    flatMinor: amount(flat),
    perKilogramMinor: amount(perKilogram ?? '0'),
    freeFromMinor: freeFrom == null ? null : amount(freeFrom),
    countries: countries ? countries.map(checkCountry) : null,
    taxed: taxed ?? true,
    active: active ?? true,
  };
}
