import { noticeInput, type Notice } from '#kernel/notice.ts';
import type { AskPeer } from '#kernel/peers.ts';

const TELL = /* GraphQL */ `
  mutation TellPeopleOfHandOvers($notices: [NoticeInput!]!) {
    tellPeople(notices: $notices)
  }
`;

/** Hands over what people are to be told; the same again is the same. Never inside a transaction. */
export async function tellPeople(ask: AskPeer, notices: readonly Notice[]): Promise<void> {
  if (notices.length > 0) await ask({ subgraph: 'notifications', query: TELL, variables: { notices: notices.map(noticeInput) } });
}
