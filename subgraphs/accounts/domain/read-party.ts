import { refuse } from '#kernel/errors.ts';

export interface CustomerWish {
  readonly name: string;
  readonly number?: string | null;
}

export interface ContactWish {
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
}

const MAX_TEXT = 100;

export const readCustomer = ({ name, number }: CustomerWish) => ({ name: readText(name, 'name'), number: readOptional(number, 'number') });

export function readContact({ name, email, phone }: ContactWish) {
  const address = readOptional(email, 'email')?.toLowerCase() ?? null;
  if (address !== null && !/^[^@\s]+@[^@\s]+$/.test(address)) throw refuse('BAD_USER_INPUT', 'This is no e-mail address.', { field: 'email' });
  return { name: readText(name, 'name'), email: address, phone: readOptional(phone, 'phone') };
}

function readOptional(text: string | null | undefined, field: string): string | null {
  return text == null || text.trim() === '' ? null : readText(text, field);
}

function readText(text: string, field: string): string {
  // oxlint-disable-next-line no-control-regex
  const read = text.replaceAll(/[\u0000-\u001f\u007f]/g, ' ').trim();
  if (read === '' || read.length > MAX_TEXT) throw refuse('BAD_USER_INPUT', `This has 1 to ${MAX_TEXT} characters.`, { field });
  return read;
}
