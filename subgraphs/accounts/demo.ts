import type { AccountsContext } from './context.ts';
import { ACTIVE_AT_ONCE } from './domain/account-lifecycle.ts';
import { hashPassword } from './domain/password.ts';
import { APPROVER_PERMISSIONS, BUYER_PERMISSIONS, PUBLISHING_REP_PERMISSIONS } from './domain/permissions.ts';
import { partyKindOf } from './domain/party-record.ts';
import type { AccountKind } from './entities/account.ts';
import { saveParties } from './use-cases/save-parties.ts';
import type { ViewerKind } from '#kernel/viewer.ts';

const id = (tail: string): string => `01900000-0000-7000-8000-${tail.padStart(12, '0')}`;

export const DEMO_PASSWORD = 'demo';

const ACCOUNTS: { id: string; kind: AccountKind; name: string }[] = [
  { id: id('a1'), kind: 'ORGANISATION', name: 'Acme' },
  { id: id('a2'), kind: 'ORGANISATION', name: 'Globex' },
  { id: id('a3'), kind: 'INDIVIDUAL', name: 'Cat at home' },
  { id: id('a4'), kind: 'SELLER', name: 'The seller' },
  { id: id('a5'), kind: 'PARTNER', name: 'Partner' },
];

const WITHOUT_PRICES_AND_ORDERS = new Set(['VIEW_NET_PRICE', 'CREATE_ORDER', 'CANCEL_ORDER', 'CANCEL_ORGANIZATION_ORDER', 'CREATE_RETURN']);

export const DEMO_PEOPLE: { id: string; account: string; kind: ViewerKind; name: string; email: string; about: string; permissions: readonly string[] }[] = [
  { id: id('b1'), account: id('a1'), kind: 'BUYER', name: 'Bea', email: 'bea@acme.example', about: 'buyer of Acme, every permission', permissions: BUYER_PERMISSIONS },
  { id: id('b2'), account: id('a1'), kind: 'BUYER', name: 'Ben', email: 'ben@acme.example', about: 'buyer of Acme, sees list prices only, cannot order', permissions: BUYER_PERMISSIONS.filter((p) => !WITHOUT_PRICES_AND_ORDERS.has(p)) },
  { id: id('b3'), account: id('a1'), kind: 'BUYER', name: 'Ann', email: 'ann@acme.example', about: "Acme's approver and account administrator", permissions: APPROVER_PERMISSIONS },
  { id: id('b4'), account: id('a2'), kind: 'BUYER', name: 'Gus', email: 'gus@globex.example', about: 'buyer of another account, Globex', permissions: BUYER_PERMISSIONS },
  { id: id('b5'), account: id('a3'), kind: 'INDIVIDUAL', name: 'Cat', email: 'cat@home.example', about: 'private customer', permissions: [] },
  { id: id('b6'), account: id('a4'), kind: 'SALES_REP', name: 'Sam', email: 'sam@seller.example', about: 'sales rep who may publish quotes', permissions: PUBLISHING_REP_PERMISSIONS },
  { id: id('b7'), account: id('a4'), kind: 'SALES_REP', name: 'Sue', email: 'sue@seller.example', about: 'another such rep', permissions: PUBLISHING_REP_PERMISSIONS },
  { id: id('b8'), account: id('a4'), kind: 'SALES_REP', name: 'Rob', email: 'rob@seller.example', about: 'sales rep who may not publish', permissions: [] },
  { id: id('b9'), account: id('a4'), kind: 'ADMINISTRATOR', name: 'Olga', email: 'olga@seller.example', about: 'administrator: prices, stock, fulfilment', permissions: [] },
  { id: id('ba'), account: id('a5'), kind: 'PARTNER', name: 'Pia', email: 'pia@partner.example', about: 'partner user', permissions: [] },
];

const OF_ALL = { customerId: null, contactId: null };

/** Fills an empty database with the people of the demo; one password hash serves them all, to start fast. */
export async function seedDemoPeople({ db, clock }: AccountsContext): Promise<void> {
  const someone = await db.sql.selectFrom('User').select('id').limit(1).executeTakeFirst();
  if (someone) return;
  const now = clock.now();
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await db.transact(async ({ sql }) => {
    const accounts = ACCOUNTS.map((account) => ({ ...ACTIVE_AT_ONCE, ...account, partyId: partyKindOf(account.kind) ? account.id : null, externalId: null, country: 'GB', createdAt: now }));
    await sql.insertInto('Account').values(accounts).execute();
    await saveParties({ sql }, accounts);
    await sql
      .insertInto('User')
      .values(DEMO_PEOPLE.map(({ id, account, kind, name, email, permissions }) => ({ id, accountId: account, kind, name, email, permissions: [...permissions], passwordHash, createdAt: now })))
      .execute();
    await sql
      .insertInto('Address')
      .values([
        { id: id('c1'), accountId: id('a1'), ...OF_ALL, recipient: 'Acme goods in', line1: '1 Foundry Lane', line2: null, postalCode: 'LS1 4AP', city: 'Leeds', country: 'GB', deletedAt: null },
        { id: id('c4'), accountId: id('a1'), ...OF_ALL, recipient: 'Acme Ireland', line1: '3 Quay Street', line2: null, postalCode: 'H91 X2P3', city: 'Galway', country: 'IE', deletedAt: null },
        { id: id('c2'), accountId: id('a2'), ...OF_ALL, recipient: 'Globex stores', line1: '7 Dock Road', line2: null, postalCode: 'L3 4AG', city: 'Liverpool', country: 'GB', deletedAt: null },
        { id: id('c3'), accountId: id('a3'), ...OF_ALL, recipient: 'Cat', line1: '12 Mill Street', line2: null, postalCode: 'OX1 1AA', city: 'Oxford', country: 'GB', deletedAt: null },
      ])
      .execute();
  });
}
