import type { OutsideDocument } from './outside-document.ts';

/** How far two lists have been read: ours by its own cursor, the other by its last row. */
export interface Position {
  readonly own: string | null;
  readonly outside: { readonly placedAt: string; readonly number: string } | null;
}

export const BEGINNING: Position = { own: null, outside: null };

/** A row of our own list, with the cursor of that list. */
export interface OwnRow {
  readonly cursor: string;
  readonly placedAt: string;
}

export type MergedRow<Own extends OwnRow> = { readonly position: Position } & ({ readonly own: Own; readonly outside: null } | { readonly own: null; readonly outside: OutsideDocument });

/**
 * Two lists, each newest first, as one. Each goes on where it was, so nothing is lost or doubled, whatever happens to the other in between;
 * what the other brings late stands where it is met.
 * @param outside all of it, in order
 */
export function mergeLists<Own extends OwnRow>(own: readonly Own[], outside: readonly OutsideDocument[], start: Position, limit: number): MergedRow<Own>[] {
  const rest = outside.filter((document) => isBeyond(document, start.outside));
  const merged: MergedRow<Own>[] = [];
  let position = start;
  let [i, j] = [0, 0];
  while (merged.length < limit) {
    const [ours, theirs] = [own[i], rest[j]];
    if (ours && (!theirs || Date.parse(ours.placedAt) >= Date.parse(theirs.placedAt))) {
      position = { ...position, own: ours.cursor };
      merged.push({ own: ours, outside: null, position });
      i++;
    } else if (theirs) {
      position = { ...position, outside: { placedAt: theirs.placedAt, number: theirs.number } };
      merged.push({ own: null, outside: theirs, position });
      j++;
    } else break;
  }
  return merged;
}

function isBeyond({ placedAt, number }: OutsideDocument, last: Position['outside']): boolean {
  if (!last) return true;
  const [a, b] = [Date.parse(placedAt), Date.parse(last.placedAt)];
  return a < b || (a === b && number < last.number);
}
