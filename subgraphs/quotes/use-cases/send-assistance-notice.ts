import type { DomainEvent } from '#kernel/events.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { QuotesContext } from '../context.ts';
import type { AssistanceNotice } from '../domain/assistance-notices.ts';
import { tellPeople } from '../peers/notifications.ts';
import { askPeople } from '../peers/people.ts';

/** Has a notice told. Told again it is the same one. [ASSIST-04, NOTIF-03] */
export async function sendAssistanceNotice({ askAs }: QuotesContext, { id, accountId, payload }: DomainEvent): Promise<void> {
  const { type, to, customerId, quoteId, orderId = '', number, reason, comment } = payload as unknown as AssistanceNotice;
  const [customer] = await askPeople(askAs(SYSTEM), [customerId]);
  const about = quoteId === undefined ? { kind: 'ORDER', id: orderId } : { kind: 'QUOTE', id: quoteId };
  const facts = { [quoteId === undefined ? 'order' : 'quote']: number, customer: customer?.name, customerEmail: customer?.email, reason, comment };
  await tellPeople(askAs(SYSTEM), [{ id, type, to: { userId: to }, accountId, about, facts }]);
}
