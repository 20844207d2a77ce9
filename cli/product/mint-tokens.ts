import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ViewerKind } from '#kernel/viewer.ts';
import { openIssuer } from '../../subgraphs/accounts/issuer.ts';
import { UsageError } from '../exit.ts';

export interface Mint {
  /** @returns undefined when nobody has this e-mail address */
  tokenFor(email: string): Promise<string | undefined>;
  close(): void;
}

interface UserRow {
  readonly id: string;
  readonly account_id: string;
  readonly kind: ViewerKind;
  readonly name: string | null;
  readonly email: string | null;
  readonly permissions: string;
}

const FIND = 'select id, account_id, kind, name, email, permissions from app_user where email = ?';

/**
 * Makes tokens with the key of the built-in issuer, for whoever may read the data directory. The users are read from the
 * accounts file beside the running product: there is no public way to become someone else, and there should be none.
 */
export async function openMint(dataDir: string, hours: number): Promise<Mint> {
  const keyFile = join(dataDir, 'issuer.jwk.json');
  const accountsFile = join(dataDir, 'accounts.sqlite');
  const missing = [keyFile, accountsFile].find((file) => !existsSync(file));
  if (missing) throw new UsageError(`There is no ${missing}; --data-dir is the directory the product keeps its files in.`);
  const issuer = await openIssuer(keyFile);
  const accounts = new Database(accountsFile, { readonly: true, fileMustExist: true });
  const find = accounts.prepare<[string], UserRow>(FIND);
  return {
    async tokenFor(email) {
      const user = find.get(email.trim().toLowerCase());
      if (!user) return undefined;
      const { id, account_id: accountId, kind, name, permissions } = user;
      const viewer = { id, kind, accountId, permissions: JSON.parse(permissions) as string[], name: name ?? undefined, email: user.email ?? undefined };
      return (await issuer.issue(viewer, hours * 3_600, new Date())).token;
    },
    close: () => void accounts.close(),
  };
}
