import { refuse } from '#kernel/errors.ts';
import type { AccountsContext } from '../context.ts';
import { NO_PASSWORD, passwordMatches } from '../domain/password.ts';
import { findAsWhom } from './find-as-whom.ts';
import { guardSite } from './guard-site.ts';
import { openSession, type OpenedSession } from './open-session.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly site?: string | null;
}

/**
 * Someone with e-mail and password gets a token: as whoever they are since they were merged, for the account their party has
 * had longest, if their organisation may use the site. An unknown e-mail and a wrong password look alike. [MERGE-06..09]
 */
export async function signIn(context: AccountsContext, { email, password, site }: SignIn): Promise<OpenedSession> {
  const user = await context.db.sql.selectFrom('User').selectAll().where('email', '=', email.trim().toLowerCase()).executeTakeFirst();
  const matches = await passwordMatches(password, user?.passwordHash ?? NO_PASSWORD);
  if (!user || !matches) throw refuse('SIGN_IN_FAILED', 'The e-mail address or the password is wrong.');
  const person = await findAsWhom(context, user);
  await guardSite(context, person, site ?? context.config.site);
  return openSession(context, person);
}
