import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeRows, refuseBadLoadSize, reportOn, rowsToWrite, type LoadPolicy, type LoadReport } from '#kernel/load-rows.ts';
import type { AccountsContext } from '../context.ts';
import { BUYER_PERMISSIONS } from '../domain/permissions.ts';
import type { Account } from '../entities/account.ts';
import type { AccountsTables } from '../entities/tables.ts';
import type { User } from '../entities/user.ts';
import type { CustomerRecord } from './upsert-customers.ts';

export interface CustomerLoadRecord extends CustomerRecord {
  /** The external id of the organisation they buy for. */
  readonly organisation?: string | null;
}

interface Known {
  readonly accountOf: ReadonlyMap<string, Account>;
  readonly userOf: ReadonlyMap<string, User>;
}

/** Loads customers from elsewhere, as the policy says. Whoever signs in with an address owns it: a row that names somebody else's is refused. [EXT-01] */
export function loadCustomers({ db, clock }: AccountsContext, records: readonly CustomerLoadRecord[], policy: LoadPolicy): Promise<LoadReport> {
  refuseBadLoadSize(records);
  const createdAt = clock.now();
  return db.transact(async (tx) => {
    const known = await readKnown(tx, records);
    const judged = judgeRows(records, ({ externalId }) => externalId, createCustomerCompleter(known));
    for (const customer of rowsToWrite(judged, policy)) await saveCustomer(tx, customer, createdAt);
    return reportOn(judged, policy, ({ externalId }) => externalId);
  });
}

type CompleteCustomer = CustomerLoadRecord & { readonly account: Account | undefined; readonly user: User | undefined };

function createCustomerCompleter({ accountOf, userOf }: Known): (record: CustomerLoadRecord) => CompleteCustomer {
  const came = new Set<string>();
  return (record) => {
    const email = record.email.trim().toLowerCase();
    if (record.externalId.trim() === '' || record.name.trim() === '' || !/^\S+@\S+$/.test(email)) throw refuse('BAD_USER_INPUT', 'A customer has a number, a name and an e-mail address.');
    if (came.has(email) || came.has(record.externalId)) throw refuse('BAD_USER_INPUT', `${record.externalId} or ${email} is in an earlier row already.`);
    const user = userOf.get(email);
    const account = accountOf.get(record.organisation ?? record.externalId);
    const kind = record.organisation == null ? 'INDIVIDUAL' : 'ORGANISATION';
    if (kind === 'ORGANISATION' && !account) throw refuse('BAD_USER_INPUT', `There is no organisation ${record.organisation}.`);
    if (account && account.kind !== kind) throw refuse('BAD_USER_INPUT', `${account.externalId} is the number of ${kind === 'INDIVIDUAL' ? 'an organisation' : 'a private customer'}.`);
    if (user && user.accountId !== account?.id) throw refuse('BAD_USER_INPUT', `${email} is the address of another customer.`);
    came.add(email).add(record.externalId);
    return { ...record, email, account, user };
  };
}

async function saveCustomer({ sql }: Tx<AccountsTables>, { externalId, name, email, country, organisation, account, user }: CompleteCustomer, createdAt: Date): Promise<void> {
  const accountId = account?.id ?? newId();
  if (!account) await sql.insertInto('Account').values({ id: accountId, kind: 'INDIVIDUAL', name, externalId, country: country ?? null, createdAt }).execute();
  else if (organisation == null) await sql.updateTable('Account').set({ name, country: country ?? null }).where('id', '=', accountId).execute();

  const known = user ?? (account && organisation == null ? await sql.selectFrom('User').selectAll().where('accountId', '=', accountId).executeTakeFirst() : undefined);
  if (known) await sql.updateTable('User').set({ name, email }).where('id', '=', known.id).execute();
  else if (organisation == null) await sql.insertInto('User').values({ id: newId(), accountId, kind: 'INDIVIDUAL', name, email, permissions: [], passwordHash: null, createdAt }).execute();
  else await sql.insertInto('User').values({ id: newId(), accountId, kind: 'BUYER', name, email, permissions: [...BUYER_PERMISSIONS], passwordHash: null, createdAt }).execute();
}

async function readKnown({ sql }: Tx<AccountsTables>, records: readonly CustomerLoadRecord[]): Promise<Known> {
  const numbers = [...new Set(records.flatMap(({ externalId, organisation }) => (organisation == null ? [externalId] : [organisation])))];
  const accounts = await sql.selectFrom('Account').selectAll().where('externalId', 'in', numbers).execute();
  const users = await sql.selectFrom('User').selectAll().where('email', 'in', records.map(({ email }) => email.trim().toLowerCase())).execute();
  return { accountOf: new Map(accounts.map((account) => [account.externalId ?? '', account])), userOf: new Map(users.map((user) => [user.email ?? '', user])) };
}
