import type { Tx } from '#kernel/database.ts';
import type { TakeoverDefinition, TakeoverPart } from '#kernel/takeover.ts';
import type { Merge } from '../entities/merge.ts';
import type { AccountsTables } from '../entities/tables.ts';
import { accountsOfParty } from './find-merge-sides.ts';
import { bookParts } from './merge-books.ts';
import { siteAccessPart } from './merge-site-access.ts';
import { touchAccount, writeAccount } from './write-account.ts';

type Part = TakeoverPart<AccountsTables>;
type Pair = Pick<Merge, 'id' | 'kind' | 'fromId' | 'toId'>;

/** What becomes of people, their books, and of the parties and accounts themselves; these come last. [MERGE-01, MERGE-09..14] */
export const mergeAccountsOf = (merge: Pair): TakeoverDefinition<AccountsTables> => ({
  parts: [...bookParts, siteAccessPart(merge), usersPart, merge.kind === 'ACCOUNT' ? accountPart(merge) : partyPart(merge)],
});

/** Who becomes somebody else signs in as that one; who stays who they are goes along with their account. */
const usersPart: Part = {
  name: 'users',
  table: 'User',
  account: 'accountId',
  async slice({ sql }, { accounts, users }) {
    let moved = 0;
    for (const { from, to } of users) moved += (await sql.updateTable('User').set({ mergedIntoId: to }).where('id', '=', from).where('mergedIntoId', 'is', null).returning('id').execute()).length;
    for (const { from, to } of accounts) moved += (await sql.updateTable('User').set({ accountId: to }).where('accountId', '=', from).where('mergedIntoId', 'is', null).returning('id').execute()).length;
    return { moved, dropped: 0, done: true };
  },
};

/** The account is the other one from now on, and its party too, if it has no other account. [MERGE-10] */
const accountPart = ({ id: mergeId, fromId, toId }: Pair): Part => ({
  name: 'accounts',
  table: 'Account',
  async slice(tx, { actorId }) {
    const account = await tx.sql.selectFrom('Account').selectAll().where('id', '=', fromId).executeTakeFirstOrThrow();
    if (account.mergedIntoId != null) return { moved: 0, dropped: 0, done: true };
    const to = await tx.sql.selectFrom('Account').select('partyId').where('id', '=', toId).executeTakeFirstOrThrow();
    const payload = { mergeId, fromId, toId };
    await writeAccount(tx, account, { status: 'MERGED', mergedIntoId: toId }, { type: 'ACCOUNT_MERGED', actorId, payload });
    await touchAccount(tx, toId, { type: 'ACCOUNT_MERGED', actorId, payload });
    if (account.partyId != null && to.partyId != null && account.partyId !== to.partyId && (await accountsOfParty(tx, account.partyId)).length === 0) await inactivate(tx, account.partyId, to.partyId);
    return { moved: 1, dropped: 0, done: true };
  },
});

/** The accounts of both are the receiving party's; its people sign in to the one created first. [MERGE-09, MERGE-13] */
const partyPart = ({ id: mergeId, fromId, toId }: Pair): Part => ({
  name: 'parties',
  table: 'Party',
  async slice(tx, { actorId }) {
    const accounts = await accountsOfParty(tx, fromId);
    for (const account of accounts) await writeAccount(tx, account, { partyId: toId }, { type: 'PARTY_MERGED', actorId, payload: { mergeId, fromId, toId } });
    const [first, ...others] = await accountsOfParty(tx, toId);
    if (first && others.length > 0) await tx.sql.updateTable('User').set({ accountId: first.id }).where('accountId', 'in', others.map(({ id }) => id)).where('mergedIntoId', 'is', null).execute();
    await inactivate(tx, fromId, toId);
    return { moved: accounts.length, dropped: 0, done: true };
  },
});

/** It is kept, as what was; those that were merged into it before point on to it. */
async function inactivate({ sql }: Tx<AccountsTables>, partyId: string, mergedIntoId: string): Promise<void> {
  await sql.updateTable('Party').set({ status: 'MERGED', mergedIntoId }).where('id', '=', partyId).execute();
}
