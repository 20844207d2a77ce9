import { refuse } from '#kernel/errors.ts';

/** What someone says of themselves to be able to sign in. */
export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const MAX_TEXT = 200;
const MIN_PASSWORD = 10;

/** The same in one spelling, or a refusal that says what is missing; never whether somebody is known. */
export function readRegistration({ name, email, password }: Registration): Registration {
  return { name: readName(name), email: readEmail(email), password: readPassword(password) };
}

export function readName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > MAX_TEXT) throw refuse('BAD_USER_INPUT', `A name has 1 to ${MAX_TEXT} characters.`);
  return name;
}

export function readEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > MAX_TEXT) throw refuse('BAD_USER_INPUT', 'This is no e-mail address.');
  return email;
}

export function readPassword(password: string): string {
  if (password.length < MIN_PASSWORD || password.length > MAX_TEXT) throw refuse('BAD_USER_INPUT', `A password has ${MIN_PASSWORD} to ${MAX_TEXT} characters.`);
  return password;
}
