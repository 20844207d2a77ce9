import { refuse } from '#kernel/errors.ts';

export const INSTALLED_STATUSES = ['INSTALLED', 'RETURNED'] as const;
export type InstalledStatus = (typeof INSTALLED_STATUSES)[number];

const ONE = 1_000_000n;

interface Shipped {
  readonly sku: string;
  readonly serialControlled: boolean;
}

/** The serial numbers of what leaves, looked at: one for each piece of a product that has them, none for others. [RET-18] */
export function readSerials({ sku, serialControlled }: Shipped, quantityMicro: bigint, given: readonly string[]): readonly string[] {
  const serials = given.map((serial) => serial.trim());
  if (!serialControlled) {
    if (serials.length > 0) throw refuse('BAD_USER_INPUT', `${sku} has no serial numbers.`, { sku });
    return [];
  }
  const isComplete = quantityMicro === BigInt(serials.length) * ONE && serials.every((serial) => serial !== '') && new Set(serials).size === serials.length;
  if (!isComplete) throw refuse('BAD_USER_INPUT', `Each piece of ${sku} has a serial number: give as many as leave, each once.`, { sku, given: serials.length });
  return serials;
}

interface Had {
  readonly serialNumber?: string | null;
  readonly quantityMicro: bigint;
}

/** What of the pieces goes, for so much of a line: a piece with a serial number goes whole or not at all, the next one for a part of it too; the rest by quantity. */
export function piecesFor<Row extends Had>(rows: readonly Row[], micro: bigint): { row: Row; micro: bigint }[] {
  const taken: { row: Row; micro: bigint }[] = [];
  let left = micro;
  for (const row of rows) {
    if (left <= 0n) break;
    const part = row.serialNumber == null && left < row.quantityMicro ? left : row.quantityMicro;
    taken.push({ row, micro: part });
    left -= part;
  }
  return taken;
}

export interface InstalledSearch {
  readonly itemName?: string | null;
  readonly sku?: string | null;
  readonly serialNumber?: string | null;
  readonly number?: string | null;
  readonly orderNumber?: string | null;
}

const LEAST_BEFORE_WILDCARD: { readonly [Field in keyof InstalledSearch]-?: number } = { itemName: 4, sku: 1, serialNumber: 1, number: 1, orderNumber: 1 };

export interface SearchTerm {
  readonly field: keyof InstalledSearch;
  readonly text: string;
  /** Whether it only begins so. */
  readonly isPrefix: boolean;
}

/** What to look for; % at the end stands for anything, after at least as many letters as the field asks for. A blind search is refused. [ORD-39] */
export function readInstalledSearch(search: InstalledSearch, mustSay: boolean): SearchTerm[] {
  const terms = (Object.keys(LEAST_BEFORE_WILDCARD) as (keyof InstalledSearch)[]).flatMap((field) => {
    const given = search[field]?.trim() ?? '';
    return given === '' ? [] : [readTerm(field, given)];
  });
  if (mustSay && terms.length === 0) throw refuse('SEARCH_CRITERIA_REQUIRED', 'Say what to look for: a name, part number, serial number, instance number or order number.', {});
  return terms;
}

function readTerm(field: keyof InstalledSearch, given: string): SearchTerm {
  const isPrefix = given.endsWith('%');
  const text = isPrefix ? given.slice(0, -1) : given;
  const least = LEAST_BEFORE_WILDCARD[field];
  if (text.includes('%')) throw refuse('WILDCARD_NOT_SUPPORTED', 'A wildcard stands at the end only.', { field });
  if (isPrefix && text.length < least) throw refuse('SEARCH_TOO_BROAD', `Before a wildcard there are at least ${least} characters.`, { field, least });
  return { field, text, isPrefix };
}
