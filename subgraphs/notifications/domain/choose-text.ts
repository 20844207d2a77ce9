import type { ViewerKind } from '#kernel/viewer.ts';
import type { Template } from './render-template.ts';

/** For whom something holds; what is empty says for all. */
export interface Audience {
  /** The organisation (or private person) whose cart, quote, order or return it is. */
  readonly accountId: string;
  readonly site: string;
  /** A BCP 47 tag in small letters; "de" is also for who reads "de-at". */
  readonly language: string;
  readonly userType: ViewerKind | '';
}

export interface Reader {
  readonly accountId: string;
  readonly site: string;
  readonly language: string;
  readonly userType: ViewerKind;
}

/** What somebody set for an audience; null says nothing, so what holds for more people stands. */
export interface TextRow extends Audience {
  readonly enabled?: boolean | null;
  readonly subject?: string | null;
  readonly text?: string | null;
}

/** Texts that come with the product. */
export interface ShippedText extends Template {
  readonly language: string;
  readonly userTypes?: readonly ViewerKind[];
}

/** The order in which what is named counts: an organisation's own before that of a site, before a language, before a type of user. [NOTIF-01] */
const WEIGHTS = { accountId: 16, site: 8, language: 2, userType: 1 } as const;

/** "de-at" after "de-at", then "de". */
const languagesOf = (language: string): string[] => language.toLowerCase().split('-').map((_, i, parts) => parts.slice(0, parts.length - i).join('-'));

/** How closely an audience is the reader's; undefined when it is not. */
function closeness({ accountId, site, language, userType }: Audience, reader: Reader): number | undefined {
  const spoken = languagesOf(reader.language);
  if ((accountId !== '' && accountId !== reader.accountId) || (site !== '' && site !== reader.site) || (userType !== '' && userType !== reader.userType)) return undefined;
  if (language !== '' && !spoken.includes(language)) return undefined;
  const ofLanguage = language === '' ? 0 : WEIGHTS.language * (language === spoken[0] ? 2 : 1);
  return (accountId === '' ? 0 : WEIGHTS.accountId) + (site === '' ? 0 : WEIGHTS.site) + ofLanguage + (userType === '' ? 0 : WEIGHTS.userType);
}

export interface Chosen<Row> {
  readonly enabled: boolean;
  readonly template: Template;
  /** Whose words they are; undefined when they came with the product. */
  readonly row?: Row;
}

/** Whether a reader is told at all, and in which words: each is what the row says that fits closest, of those that say something. */
export function chooseText<Row extends TextRow>(rows: readonly Row[], shipped: readonly ShippedText[], reader: Reader): Chosen<Row> {
  const fitting = rows.flatMap((row) => {
    const close = closeness(row, reader);
    return close === undefined ? [] : [{ row, close }];
  });
  const closestFirst = fitting.toSorted((a, b) => b.close - a.close).map(({ row }) => row);
  const enabled = closestFirst.find((row) => row.enabled != null)?.enabled ?? true;
  const row = closestFirst.find(({ subject, text }) => subject != null && text != null);
  return { enabled, row, template: row ? { subject: row.subject ?? '', text: row.text ?? '' } : shippedFor(shipped, reader) };
}

/** In the reader's language, else in the one that is there for everybody; among those the one for their type. */
function shippedFor(shipped: readonly ShippedText[], { language, userType }: Reader): Template {
  for (const spoken of [...languagesOf(language), SHIPPED_FOR_ALL]) {
    const texts = shipped.filter((text) => text.language === spoken);
    const found = texts.find(({ userTypes }) => userTypes?.includes(userType)) ?? texts.find(({ userTypes }) => userTypes === undefined);
    if (found) return found;
  }
  throw new Error('There is a text for everybody in English.');
}

export const SHIPPED_FOR_ALL = 'en';
