import { refuse } from '#kernel/errors.ts';

export interface AddressWish {
  readonly recipient?: string | null;
  readonly line1: string;
  readonly line2?: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export interface ReadAddress extends Required<Omit<AddressWish, 'recipient' | 'line2'>> {
  readonly recipient: string;
  readonly line2: string | null;
}

const MAX_TEXT = 100;
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The same in one spelling, or a refusal that says which field is wrong. @param recipient where none is said */
export function readAddress(wish: AddressWish, recipient?: string): ReadAddress {
  const country = wish.country.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(country) || countryNames.of(country) === undefined) throw refuse('BAD_USER_INPUT', 'A country is a code of two letters, such as GB.', { field: 'country' });
  return {
    recipient: wish.recipient == null && recipient !== undefined ? recipient : readText(wish, 'recipient'),
    line1: readText(wish, 'line1'),
    line2: wish.line2?.trim() ? readText(wish, 'line2') : null,
    postalCode: readText(wish, 'postalCode'),
    city: readText(wish, 'city'),
    country,
  };
}

function readText(wish: AddressWish, field: keyof AddressWish): string {
  // oxlint-disable-next-line no-control-regex
  const text = (wish[field] ?? '').replaceAll(/[\u0000-\u001f\u007f]/g, ' ').trim();
  if (text === '' || text.length > MAX_TEXT) throw refuse('BAD_USER_INPUT', `This has 1 to ${MAX_TEXT} characters.`, { field });
  return text;
}
