import type { ShareRole } from '#kernel/share-roles.ts';

/** What people are told by e-mail about something shared, and never its prices. */
export type NoticeType = 'SHARED' | 'ACCESS_CHANGED' | 'ACCESS_ENDED' | 'COMMENTED' | 'OWNER_INFORMED' | 'WORK_FINISHED' | 'SHARING_STOPPED' | 'ORDERED' | 'DELETED';

/** A notice to one person: ids and facts, made a mail when it is sent. */
export interface ShareNotice {
  readonly type: NoticeType;
  /** The membership it goes to, or the user: the owner has no membership. */
  readonly to: { readonly memberId: string } | { readonly userId: string };
  readonly comment?: string | null;
  readonly fromRole?: ShareRole;
  readonly toRole?: ShareRole;
}

export interface NoticeFacts {
  /** What is shared, without an article: `cart "Office"`. */
  readonly thing: string;
  /** Who did it. */
  readonly actor: string;
  /** What opens it to whom it is sent. */
  readonly retrievalNumber: string | null;
  /** What roles are called here; their own names when it is left out. */
  readonly labelOf?: (role: ShareRole) => string;
}

type Words = (notice: ShareNotice, facts: NoticeFacts) => { subject: string; text: string };

const role = (of: ShareRole = 'VIEWER', { labelOf }: NoticeFacts): string => labelOf?.(of) ?? of.toLowerCase();
const number = ({ retrievalNumber }: NoticeFacts): string => (retrievalNumber === null ? '' : `\n\nRetrieval number: ${retrievalNumber}`);

const WORDS: { readonly [T in NoticeType]: Words } = {
  SHARED: ({ toRole }, facts) => ({ subject: `${facts.actor} shares the ${facts.thing} with you`, text: `You may work with it as ${role(toRole, facts)}.${number(facts)}` }),
  ACCESS_CHANGED: ({ fromRole, toRole }, facts) => ({ subject: `Your role in the ${facts.thing} has changed`, text: `You were ${role(fromRole, facts)}; now you are ${role(toRole, facts)}.` }),
  ACCESS_ENDED: (_notice, { thing, actor }) => ({ subject: `The ${thing} is no longer shared with you`, text: `${actor} ended your access.` }),
  COMMENTED: (_notice, { thing, actor }) => ({ subject: `${actor} writes about the ${thing}`, text: 'Have a look at it.' }),
  OWNER_INFORMED: (_notice, { thing, actor }) => ({ subject: `${actor} wrote to members of your ${thing}`, text: 'Members of what you share were told something.' }),
  WORK_FINISHED: (_notice, { thing, actor }) => ({ subject: `${actor} has finished working on the ${thing}`, text: 'Their access to it has ended.' }),
  SHARING_STOPPED: (_notice, { thing, actor }) => ({ subject: `The ${thing} is no longer shared`, text: `${actor} stopped sharing it.` }),
  ORDERED: (_notice, { thing, actor }) => ({ subject: `The ${thing} was ordered`, text: `${actor} placed the order; it is no longer shared.` }),
  DELETED: (_notice, { thing, actor }) => ({ subject: `The ${thing} was deleted`, text: `${actor} deleted it.` }),
};

/** What names may hold and a line of a mail may not: blanks and line ends of all kinds, control characters, turned writing. */
const UNFIT = /[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/** The words of a notice: a subject of one line, and plain text. */
export function wordsOf(notice: ShareNotice, facts: NoticeFacts): { subject: string; text: string } {
  const { subject, text } = WORDS[notice.type](notice, facts);
  return { subject: subject.replaceAll(UNFIT, ' '), text: notice.comment ? `${text}\n\n${notice.comment}` : text };
}
