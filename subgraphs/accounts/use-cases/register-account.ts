import { newId } from '#kernel/ids.ts';
import type { AccountsContext } from '../context.ts';
import { asOwnParty } from '../domain/account-lifecycle.ts';
import { hashPassword } from '../domain/password.ts';
import { APPROVER_PERMISSIONS } from '../domain/permissions.ts';
import { readName, readRegistration, type Registration } from '../domain/read-registration.ts';
import type { Account } from '../entities/account.ts';
import type { User } from '../entities/user.ts';
import { saveParties } from './save-parties.ts';
import { announceAccount } from './write-account.ts';

export interface PersonRegistration extends Registration {
  readonly country?: string | null;
}

export interface OrganizationRegistration extends PersonRegistration {
  readonly organizationName: string;
}

export interface RegistrationReceipt {
  readonly email: string;
  readonly awaitsApproval: boolean;
}

/** A business asks to become a customer; its first user manages it. It buys once an administrator has approved it. [EXT-02] */
export async function registerOrganization(context: AccountsContext, input: OrganizationRegistration): Promise<RegistrationReceipt> {
  const name = readName(input.organizationName);
  return register(context, input, { account: { kind: 'ORGANISATION', name, status: 'PENDING' }, user: { kind: 'BUYER', permissions: [...APPROVER_PERMISSIONS] } });
}

/** A private person becomes a customer, at once. [EXT-02] */
export async function registerIndividual(context: AccountsContext, input: PersonRegistration): Promise<RegistrationReceipt> {
  return register(context, input, { account: { kind: 'INDIVIDUAL', name: readName(input.name), status: 'ACTIVE' }, user: { kind: 'INDIVIDUAL', permissions: [] } });
}

interface Party {
  readonly account: Pick<Account, 'kind' | 'name' | 'status'>;
  readonly user: Pick<User, 'kind' | 'permissions'>;
}

/** Somebody who is known already hears the same and takes as long, and nothing is changed: nobody learns who is a customer. */
async function register({ db, clock, throttles }: AccountsContext, input: PersonRegistration, party: Party): Promise<RegistrationReceipt> {
  const { name, email, password } = readRegistration(input);
  const now = clock.now();
  throttles.registrations.take('all', now);
  throttles.registrationsOfEmail.take(email, now);
  const passwordHash = await hashPassword(password);
  const account = { ...party.account, ...asOwnParty(newId()), version: 1, externalId: null, country: input.country ?? null, timeZone: null, mergedIntoId: null, createdAt: now };
  await db.transact(async (tx) => {
    const user = await tx.sql
      .insertInto('User')
      .values({ ...party.user, id: newId(), accountId: account.id, name, email, passwordHash, createdAt: now })
      .onConflict((oc) => oc.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!user) return;
    await tx.sql.insertInto('Account').values(account).execute();
    await saveParties(tx, [account]);
    await announceAccount(tx, account, { type: 'ACCOUNT_REGISTERED', actorId: user.id, payload: { kind: account.kind, status: account.status } });
  });
  return { email, awaitsApproval: account.status === 'PENDING' };
}
