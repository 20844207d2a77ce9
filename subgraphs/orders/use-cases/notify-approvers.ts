import type { DomainEvent } from '#kernel/events.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext } from '../context.ts';
import { impartial } from '../domain/approval-flow.ts';
import type { Approval } from '../entities/approval.ts';
import { askMembers, type Member } from '../peers/members.ts';
import { tellPeople } from '../peers/notifications.ts';

/** Moves that whoever asked hears of. */
const TOLD: ReadonlySet<string> = new Set(['APPROVAL_GRANTED', 'APPROVAL_REJECTED', 'APPROVAL_VOIDED', 'APPROVAL_EXPIRED']);

/** Approvers hear that they are asked, once each, and who asked what came of it. */
export async function notifyApprovers(context: OrdersContext, event: DomainEvent): Promise<void> {
  const asks = event.type === 'APPROVAL_REQUESTED' || event.type === 'APPROVAL_AGREED';
  if (!asks && !TOLD.has(event.type)) return;
  const approval = await context.db.sql.selectFrom('Approval').selectAll().where('id', '=', event.aggregateId).executeTakeFirst();
  if (!approval) return;
  const { id, accountId, number, requesterId } = approval;
  const notice = { accountId, about: { kind: 'APPROVAL', id }, site: context.config.site, facts: { approval: number } };
  const asked = asks ? await askedNow(context, approval) : [];
  const notices = asks ? asked.map(({ id: userId }) => ({ ...notice, id: `${id}:${userId}`, type: 'APPROVAL_REQUESTED', to: { userId } })) : [{ ...notice, id: event.id, type: event.type, to: { userId: requesterId } }];
  await tellPeople(context.askAs(SYSTEM), notices);
}

/** Who is asked at this moment, and whoever stands in for them. */
async function askedNow({ db, askAs, clock }: OrdersContext, { id, accountId, requesterId, ownerId }: Approval): Promise<Member[]> {
  const rows = await db.sql.selectFrom('ApprovalApprover').select('holder').where('approvalId', '=', id).where('asked', '=', true).execute();
  const named = (prefix: string): string[] => rows.flatMap(({ holder }) => (holder.startsWith(prefix) ? [holder.slice(prefix.length)] : []));
  const asked = await askMembers(askAs(SYSTEM), accountId, named('person:'), named('permission:'));
  const now = clock.now();
  const standing = await db.sql.selectFrom('ApprovalSubstitute').selectAll().where('accountId', '=', accountId).where('startsAt', '<=', now).where('endsAt', '>', now).execute();
  const fair = impartial('', asked.map(({ id: userId, permissions }) => ({ userId, permissions })), { requesterId, ownerId }).map(({ userId }) => userId);
  const substitutes = standing.filter(({ userId }) => fair.includes(userId)).map(({ substituteId }) => substituteId);
  const people = [...asked, ...(await askMembers(askAs(SYSTEM), accountId, substitutes))];
  const mayAnswer = new Set([...fair, ...substitutes].filter((userId) => userId !== requesterId && userId !== ownerId));
  return people.filter((person) => mayAnswer.has(person.id));
}
