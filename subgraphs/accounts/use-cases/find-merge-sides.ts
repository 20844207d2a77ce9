import type { Tx } from '#kernel/database.ts';
import type { Takeover } from '#kernel/takeover.ts';
import { refuse } from '#kernel/errors.ts';
import type { MergeFacts, MergeSide } from '../domain/judge-merge.ts';
import { partyKindOf } from '../domain/party-record.ts';
import type { MergeKind } from '../domain/merge-steps.ts';
import type { Account } from '../entities/account.ts';
import type { AccountsTables } from '../entities/tables.ts';
import type { User } from '../entities/user.ts';

type Reads = Pick<Tx<AccountsTables>, 'sql'>;

export interface WantedMerge {
  readonly kind: MergeKind;
  readonly fromId: string;
  readonly toId: string;
}

export interface PlannedMerge {
  readonly facts: MergeFacts;
  /** But for its id and who wants it. */
  readonly takeover: Omit<Takeover, 'id' | 'actorId'>;
  /** Parties and accounts that no other merge may touch meanwhile. */
  readonly touches: readonly string[];
}

interface Found {
  readonly side: MergeSide;
  readonly accounts: readonly Account[];
  readonly users: readonly User[];
}

/** Who the two are, what stands in the way here, and whose data would become whose. */
export async function findMergeSides(tx: Reads, { kind, fromId, toId }: WantedMerge): Promise<PlannedMerge> {
  const find = kind === 'ACCOUNT' ? findAccount : findParty;
  const [from, to] = [await find(tx, fromId), await find(tx, toId)];
  const touches = [...new Set([from, to].flatMap(({ side, accounts }) => [side.id, ...(side.partyId === null ? [] : [side.partyId]), ...accounts.map(({ id }) => id)]))];
  return { facts: { kind, from: from.side, to: to.side, otherMergeId: await findOpenMerge(tx, touches) }, takeover: plan(kind, from, to), touches };
}

/** Private people are one person afterwards, as whom the receiving one stays; the people of an organisation stay who they are. [MERGE-01] */
function plan(kind: MergeKind, from: Found, to: Found): PlannedMerge['takeover'] {
  const person = from.side.partyKind === 'PERSON' ? to.users[0] : undefined;
  const leaving = from.users.filter(({ id }) => id !== person?.id);
  return {
    accounts: kind === 'ACCOUNT' ? [{ from: from.side.id, to: to.side.id }] : [],
    users: person ? leaving.map(({ id }) => ({ from: id, to: person.id, email: person.email ?? null })) : [],
    people: leaving.map(({ id }) => id),
  };
}

async function findAccount({ sql }: Reads, id: string): Promise<Found> {
  const account = await sql.selectFrom('Account').selectAll().where('id', '=', id).executeTakeFirst();
  if (!account) throw refuse('NOT_FOUND', 'There is no such account.', { accountId: id });
  const users = await usersOf({ sql }, [id]);
  return { side: { id, partyKind: partyKindOf(account.kind) ?? null, partyId: account.partyId ?? null, isActive: account.status === 'ACTIVE', users: users.length }, accounts: [account], users };
}

async function findParty({ sql }: Reads, id: string): Promise<Found> {
  const party = await sql.selectFrom('Party').selectAll().where('id', '=', id).executeTakeFirst();
  if (!party) throw refuse('NOT_FOUND', 'There is no such party.', { partyId: id });
  const accounts = await accountsOfParty({ sql }, id);
  const users = await usersOf({ sql }, accounts.map((account) => account.id));
  const isActive = party.status === 'ACTIVE' && accounts.every(({ status }) => status === 'ACTIVE');
  return { side: { id, partyKind: party.kind, partyId: id, isActive, users: users.length }, accounts, users };
}

/** Those it can be signed in to, the one created first first. [MERGE-09] */
export const accountsOfParty = ({ sql }: Reads, partyId: string): Promise<Account[]> => sql.selectFrom('Account').selectAll().where('partyId', '=', partyId).where('status', '<>', 'MERGED').orderBy('createdAt').orderBy('id').execute();

const usersOf = ({ sql }: Reads, accountIds: readonly string[]): Promise<User[]> =>
  sql.selectFrom('User').selectAll().where('accountId', 'in', ['', ...accountIds]).where('mergedIntoId', 'is', null).orderBy('createdAt').orderBy('id').execute();

async function findOpenMerge({ sql }: Reads, touches: readonly string[]): Promise<string | null> {
  const open = await sql.selectFrom('Merge').select(['id', 'touches']).where('status', '=', 'OPEN').execute();
  return open.find((merge) => merge.touches.some((id) => touches.includes(id)))?.id ?? null;
}
