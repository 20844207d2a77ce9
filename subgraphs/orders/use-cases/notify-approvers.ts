import type { DomainEvent } from '#kernel/events.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext } from '../context.ts';
import { impartial } from '../domain/approval-flow.ts';
import type { Approval } from '../entities/approval.ts';
import { askMembers, type Member } from '../peers/members.ts';
import { askPeople } from '../peers/people.ts';

const TOLD: { readonly [type: string]: (number: string) => string } = {
  APPROVAL_GRANTED: (number) => `Your order ${number} is approved and is being placed.`,
  APPROVAL_REJECTED: (number) => `Your order ${number} was not approved. The reason is with it.`,
  APPROVAL_VOIDED: (number) => `Your order ${number} could not be placed as it was asked for. Ask for it again.`,
  APPROVAL_EXPIRED: (number) => `Nobody answered in time about your order ${number}. Ask for it again.`,
};

/** Tells approvers by e-mail that they are asked, once each, and who asked what came of it. */
export async function notifyApprovers(context: OrdersContext, event: DomainEvent): Promise<void> {
  const approval = await context.db.sql.selectFrom('Approval').selectAll().where('id', '=', event.aggregateId).executeTakeFirst();
  if (!approval) return;
  if (event.type === 'APPROVAL_REQUESTED' || event.type === 'APPROVAL_AGREED') return tellApprovers(context, approval);
  const text = TOLD[event.type]?.(approval.number);
  const [requester] = text === undefined ? [] : await askPeople(context.askAs(SYSTEM), [approval.requesterId]);
  if (text !== undefined && requester?.email != null) await context.mail.send({ id: event.id, to: requester.email, subject: `Approval ${approval.number}`, text });
}

async function tellApprovers(context: OrdersContext, approval: Approval): Promise<void> {
  const text = `An order waits for your answer: ${approval.number}.`;
  for (const { id, email } of await askedNow(context, approval)) {
    if (email != null) await context.mail.send({ id: `${approval.id}:${id}`, to: email, subject: `Please approve ${approval.number}`, text });
  }
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
