import { refuse } from '#kernel/errors.ts';

/** What a text of a search stands for: one value, or all that begin with it. */
export type TextPattern = { readonly is: string } | { readonly begins: string };

/** A % at the end stands for anything; elsewhere it is refused, and alone it would find everything. Blank text asks for nothing. */
export function readPattern(criterion: string, text: string | null | undefined): TextPattern | undefined {
  const wanted = text?.trim() ?? '';
  if (wanted === '') return undefined;
  if (!wanted.includes('%')) return { is: wanted };
  const begins = wanted.slice(0, -1);
  if (begins.includes('%') || !wanted.endsWith('%')) throw refuse('WILDCARD_NOT_SUPPORTED', 'A % stands for anything at the end of a text only.', { criterion });
  if (begins === '') throw refuse('SEARCH_TOO_BROAD', 'Say how it begins.', { criterion });
  return { begins };
}

/** What comes after all that begin so: a range is looked up in an index, a LIKE is not. */
export const endOf = (begins: string): string => `${begins}\u{10FFFF}`;

export const upperCase = (pattern: TextPattern | undefined): TextPattern | undefined =>
  pattern && ('is' in pattern ? { is: pattern.is.toUpperCase() } : { begins: pattern.begins.toUpperCase() });
