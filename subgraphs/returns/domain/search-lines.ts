import { refuse } from '#kernel/errors.ts';

/** What order lines can be looked for by: the number of a piece, of a product, or of an order. [RET-17] */
export const RETURN_SEARCH_FIELDS = ['SERIAL_NUMBER', 'PART_NUMBER', 'ORDER_NUMBER'] as const;
export type ReturnSearchField = (typeof RETURN_SEARCH_FIELDS)[number];

/** The text to look for, exactly. @throws WILDCARD_NOT_SUPPORTED, SEARCH_CRITERIA_REQUIRED, OPERATION_DISABLED for a field that is not offered [RET-17, RET-21] */
export function readLineSearch(field: ReturnSearchField, text: string, offered: readonly ReturnSearchField[]): string {
  if (!offered.includes(field)) throw refuse('OPERATION_DISABLED', 'Lines cannot be looked for by this here.', { field, searchFields: offered });
  const sought = text.trim();
  if (sought === '') throw refuse('SEARCH_CRITERIA_REQUIRED', 'Say what to look for.', { field });
  if (/[%*?]/.test(sought)) throw refuse('WILDCARD_NOT_SUPPORTED', 'Give the whole number: nothing stands for other signs here.', { field });
  return sought;
}
