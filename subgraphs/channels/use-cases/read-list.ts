import type { ChannelsContext } from '../context.ts';
import type { ToldList } from '../domain/outside-document.ts';
import type { OutsideScope } from '../domain/outside-scope.ts';
import { keepAnswer, type Kept } from './keep-answer.ts';

/** What the system outside has of one customer, or of one of its people; nothing where there is no such system. [EXT-20, EXT-21] */
export async function readList(context: ChannelsContext, scope: OutsideScope): Promise<Kept<ToldList> | undefined> {
  const { kind, accountId, buyerId } = scope;
  const channel = context.channels[kind];
  return channel ? keepAnswer(context, { key: `list ${kind} ${accountId} ${buyerId ?? ''}`, accountId, ask: () => channel.list(scope) }) : undefined;
}
