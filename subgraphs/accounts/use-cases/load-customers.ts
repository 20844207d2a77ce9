import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeRows, refuseBadLoadSize, reportOn, rowsToWrite, type LoadPolicy, type LoadReport } from '#kernel/load-rows.ts';
import type { AccountsContext } from '../context.ts';
import { ACTIVE_AT_ONCE, asOwnParty } from '../domain/account-lifecycle.ts';
import { BUYER_PERMISSIONS } from '../domain/permissions.ts';
import type { Account } from '../entities/account.ts';
import type { AccountsTables } from '../entities/tables.ts';
import type { User } from '../entities/user.ts';
import { saveParties } from './save-parties.ts';
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
    await saveCustomers(tx, rowsToWrite(judged, policy), createdAt);
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

/** Three statements, however many customers: private people's accounts, the users these have, and everybody's users. */
async function saveCustomers({ sql }: Tx<AccountsTables>, customers: readonly CompleteCustomer[], createdAt: Date): Promise<void> {
  if (customers.length === 0) return;
  const placed = customers.map((customer) => ({ ...customer, accountId: customer.account?.id ?? newId() }));
  const people = placed.filter(({ organisation }) => organisation == null);
  if (people.length > 0) {
    const rows = people.map(({ accountId, name, externalId, country }) => ({ ...ACTIVE_AT_ONCE, ...asOwnParty(accountId), kind: 'INDIVIDUAL' as const, name, externalId, country: country ?? null, createdAt }));
    const saved = await sql.insertInto('Account').values(rows).onConflict((oc) => oc.column('id').doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), country: eb.ref('excluded.country') }))).returningAll().execute();
    await saveParties({ sql }, saved);
  }
  const held = people.filter(({ account, user }) => account && !user).map(({ accountId }) => accountId);
  const present = held.length === 0 ? [] : await sql.selectFrom('User').selectAll().where('accountId', 'in', held).orderBy('id', 'desc').execute();
  const userOf = new Map(present.map((user) => [user.accountId, user])); // of several the first, which comes last
  const users = placed.map(({ accountId, organisation, name, email, user }): User => {
    const known = user ?? (organisation == null ? userOf.get(accountId) : undefined);
    if (known) return { ...known, name, email };
    const who = organisation == null ? { kind: 'INDIVIDUAL' as const, permissions: [] } : { kind: 'BUYER' as const, permissions: [...BUYER_PERMISSIONS] };
    return { id: newId(), accountId, ...who, name, email, passwordHash: null, mergedIntoId: null, createdAt };
  });
  await sql.insertInto('User').values(users).onConflict((oc) => oc.column('id').doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), email: eb.ref('excluded.email') }))).execute();
}

async function readKnown({ sql }: Tx<AccountsTables>, records: readonly CustomerLoadRecord[]): Promise<Known> {
  const numbers = [...new Set(records.flatMap(({ externalId, organisation }) => (organisation == null ? [externalId] : [organisation])))];
  const accounts = await sql.selectFrom('Account').selectAll().where('externalId', 'in', numbers).execute();
  const users = await sql.selectFrom('User').selectAll().where('email', 'in', records.map(({ email }) => email.trim().toLowerCase())).execute();
  return { accountOf: new Map(accounts.map((account) => [account.externalId ?? '', account])), userOf: new Map(users.map((user) => [user.email ?? '', user])) };
}
