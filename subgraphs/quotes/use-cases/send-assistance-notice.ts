import type { DomainEvent } from '#kernel/events.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { QuotesContext } from '../context.ts';
import { wordsOfAssistance, type AssistanceNotice } from '../domain/assistance-notices.ts';
import { askPeople } from '../peers/people.ts';

/** Makes a notice a mail. Told again it is the same mail; somebody without an address gets none. [ASSIST-04] */
export async function sendAssistanceNotice({ askAs, mail }: QuotesContext, { id, payload }: DomainEvent): Promise<void> {
  const notice = payload as unknown as AssistanceNotice;
  const people = new Map((await askPeople(askAs(SYSTEM), [...new Set([notice.to, notice.customerId])])).map((person) => [person.id, person]));
  const address = people.get(notice.to)?.email;
  if (address == null) return;
  await mail.send({ id, to: address, ...wordsOfAssistance(notice, people.get(notice.customerId) ?? { name: null, email: null }) });
}
