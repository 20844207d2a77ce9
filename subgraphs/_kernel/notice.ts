/**
 * Something one person is told: ids and facts, never words. Whoever makes the words knows the reader's language, and leaves
 * out what they may not see. The same id twice is the same notice.
 */
export interface Notice {
  /** Of the event it is made of; of one that several people hear of, with the person behind it. */
  readonly id: string;
  readonly type: string;
  readonly to: { readonly userId?: string | null; readonly email?: string | null };
  /** Whose data it is about. */
  readonly accountId: string;
  readonly about: { readonly kind: string; readonly id: string };
  readonly site?: string | null;
  readonly facts: Facts;
  /** Facts that there are several of, by the name of their list: `{ line: [{ quantity: '2' }] }`. */
  readonly lists?: { readonly [list: string]: readonly Facts[] };
}

/** What is null is not known, and left out. */
export type Facts = { readonly [name: string]: string | null | undefined };

interface FactInput {
  readonly name: string;
  readonly value: string;
}

export interface NoticeInput extends Omit<Notice, 'facts' | 'lists'> {
  readonly facts: readonly FactInput[];
  readonly rows: readonly { readonly list: string; readonly facts: readonly FactInput[] }[];
}

/** A notice as it travels. */
export function noticeInput({ facts, lists = {}, ...notice }: Notice): NoticeInput {
  const rows = Object.entries(lists).flatMap(([list, of]) => of.map((row) => ({ list, facts: factInputs(row) })));
  return { ...notice, facts: factInputs(facts), rows };
}

const factInputs = (facts: Facts): FactInput[] => Object.entries(facts).flatMap(([name, value]) => (value == null || value === '' ? [] : [{ name, value }]));
