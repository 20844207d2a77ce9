import type { Kysely } from '@mikro-orm/sqlite';
import { isCurrent } from '#kernel/memberships.ts';
import type { NoticeType } from '#kernel/share-notices.ts';
import { memberRoleOf, type MemberRole, type ShareRole } from '#kernel/share-roles.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { Notice } from '../domain/notices.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteMember } from '../entities/quote-member.ts';
import type { QuotesTables } from '../entities/tables.ts';
import type { QuotesTx } from './write-quote.ts';

type Sql = Kysely<QuotesTables>;
type Owned = Pick<Quote, 'id' | 'accountId' | 'ownerId' | 'everShared'>;

/** What a viewer is to a quote as one it is shared with; a quote that never was costs no statement. [SHARE-08] */
export async function findMemberRole(viewer: Viewer, quote: Owned, { sharing }: { readonly sharing: boolean }, findRole: (quoteId: string) => Promise<ShareRole | undefined>): Promise<MemberRole | undefined> {
  if (!sharing || !quote.everShared || viewer.id === quote.ownerId || viewer.kind === 'SALES_REP') return undefined;
  if (viewer.kind === 'BUYER' && viewer.accountId !== quote.accountId) return undefined; // who has left an organisation leaves its quotes behind
  const role = await findRole(quote.id);
  return role && memberRoleOf(viewer.accountId, quote, role);
}

export const findRoles = (sql: Sql, userId: string, quoteIds: readonly string[]): Promise<Pick<QuoteMember, 'quoteId' | 'role'>[]> =>
  sql.selectFrom('QuoteMember').select(['quoteId', 'role']).where('userId', '=', userId).where('quoteId', 'in', quoteIds).where('endedAt', 'is', null).execute();

/** The quotes that are shared with somebody now. */
export async function findShared(sql: Sql, { id, kind, accountId }: Viewer): Promise<string[]> {
  const rows = await sql.selectFrom('QuoteMember').select(['quoteId', 'accountId']).where('userId', '=', id).where('endedAt', 'is', null).execute();
  return rows.filter((row) => kind !== 'BUYER' || row.accountId === accountId).map(({ quoteId }) => quoteId);
}

/** All memberships of a quote, ended ones too, the oldest first. */
export const allMembers = (sql: Sql, quoteId: string): Promise<QuoteMember[]> => sql.selectFrom('QuoteMember').selectAll().where('quoteId', '=', quoteId).orderBy('id').execute();

/** Why a membership ends, by the cause its watchers are told. */
export type EndCause = 'MEMBER_REMOVED' | 'MEMBER_FINISHED' | 'SHARING_STOPPED' | 'ORDERED';

/** Ends memberships: dated, with the reason. [SHARE-25] */
export async function endMemberships(tx: QuotesTx, members: readonly QuoteMember[], cause: EndCause, actorId: string | null, now: Date): Promise<void> {
  for (const { id, version } of members) await tx.sql.updateTable('QuoteMember').set({ endedAt: now, endCause: cause, version: version + 1, updatedById: actorId }).where('id', '=', id).execute();
}

/** Ends the memberships of all who still have one. @returns who they were */
export async function endAllMemberships(tx: QuotesTx, quote: Owned, cause: EndCause, actorId: string | null, now: Date): Promise<QuoteMember[]> {
  if (!quote.everShared) return [];
  const current = (await allMembers(tx.sql, quote.id)).filter(isCurrent);
  await endMemberships(tx, current, cause, actorId, now);
  return current;
}

/** For the event of a change that ends memberships: those who hear of it although they are members no more. */
export const usersOf = (members: readonly QuoteMember[]): string[] => members.flatMap(({ userId }) => (userId == null ? [] : [userId]));

export const noticeTo = (member: Pick<QuoteMember, 'id' | 'quoteId'>, type: NoticeType, facts: Partial<Notice> = {}): Notice => ({ ...facts, type, quoteId: member.quoteId, to: { memberId: member.id } });

export const noticeToOwner = (quote: Owned, type: NoticeType): Notice => ({ type, quoteId: quote.id, to: { userId: quote.ownerId } });

/** When somebody else shares or comments, the owner hears of it, without what was said. [SHARE-28] */
export const ownerInformed = (quote: Owned, actorId: string): Notice[] => (quote.ownerId === actorId ? [] : [noticeToOwner(quote, 'OWNER_INFORMED')]);
