import { refuse } from '#kernel/errors.ts';
import type { AccountsContext } from '../context.ts';
import { NO_PASSWORD, passwordMatches } from '../domain/password.ts';
import { openSession, type OpenedSession } from './open-session.ts';

/** Someone with e-mail and password gets a token. An unknown e-mail and a wrong password look alike. */
export async function signIn(context: AccountsContext, email: string, password: string): Promise<OpenedSession> {
  const user = await context.db.sql.selectFrom('User').selectAll().where('email', '=', email.trim().toLowerCase()).executeTakeFirst();
  const matches = await passwordMatches(password, user?.passwordHash ?? NO_PASSWORD);
  if (!user || !matches) throw refuse('SIGN_IN_FAILED', 'The e-mail address or the password is wrong.');
  return openSession(context, user);
}
