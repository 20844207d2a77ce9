import { UsageError } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { connectProduct, Refused, type Product } from './ask.ts';

const SIGN_IN = /* GraphQL */ `
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) { token }
  }
`;

const WHO = /* GraphQL */ `
  query Who { viewer { kind email } }
`;

export interface Credentials {
  readonly url: string;
  readonly token?: string;
  readonly email?: string;
  readonly password?: string;
}

/** The product as an administrator: what an import needs. */
export async function signInAsAdministrator(credentials: Credentials, { env }: Terminal): Promise<Product> {
  const product = connectProduct(credentials.url, await tokenOf(credentials, env));
  const { viewer } = await product.ask<{ viewer: { kind: string; email: string | null } | null }>(WHO).catch(explain);
  if (viewer?.kind !== 'ADMINISTRATOR') throw new UsageError(`An import needs an administrator; ${viewer?.email ?? 'this token'} is none.`);
  return product;
}

async function tokenOf({ url, token, email, password }: Credentials, env: Terminal['env']): Promise<string> {
  const given = token ?? (email === undefined ? env.CARTWRIGHT_TOKEN : undefined);
  if (given) return given;
  if (!email || !password) throw new UsageError('Say who you are: --token, CARTWRIGHT_TOKEN, or --email and --password.');
  const { signIn } = await connectProduct(url).ask<{ signIn: { token: string } }>(SIGN_IN, { email, password }).catch(explain);
  return signIn.token;
}

function explain(error: unknown): never {
  if (error instanceof Refused) throw new UsageError(error.message);
  throw error;
}
