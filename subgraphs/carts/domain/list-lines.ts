import { refuse } from '#kernel/errors.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { fromMicro, isZero, plus, readQuantity, toMicro } from '#kernel/quantity.ts';
import type { LineUpdate } from './change-lines.ts';
import { mergesType } from './merge-lines.ts';
import { pickLines } from './pick-lines.ts';

/** As many as go into a cart at once. */
export const MAX_LIST_LINES = 1_000;

export interface ListedLine {
  readonly id: string;
  readonly position: number;
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly configuration: OptionChoice[] | null | undefined;
}

/** What the catalog knows of something on its way into a list; it may have forgotten an item of an old cart. */
export interface ListItem {
  readonly sku: string;
  readonly quantity: string;
  readonly uom: string;
  readonly itemType: string | null;
  /** Kept as it was chosen; the catalog judges it when it goes into a cart. [LIST-10] */
  readonly configuration?: readonly OptionChoice[] | null;
}

export const LIST_MODES = ['ADD', 'REPLACE'] as const;
export type ListMode = (typeof LIST_MODES)[number];

/** Services are sold for something else in a cart; by themselves they are nothing to keep. [LIST-10] */
export const fitsInList = ({ itemType }: Pick<ListItem, 'itemType'>): boolean => itemType !== 'SERVICE';

/** Appends items; where lines are merged, the quantity of a standard item goes onto the line that has it in this unit. [LIST-03, LIST-11] */
export function fillList(lines: readonly ListedLine[], items: readonly ListItem[], { merge, newId }: { merge: boolean; newId: () => string }): ListedLine[] {
  const filled = [...lines];
  let position = lines.at(-1)?.position ?? 0;
  for (const { sku, quantity, uom, itemType, configuration = null } of items) {
    const at = merge && itemType !== null && mergesType(itemType) && !configuration ? filled.findIndex((line) => line.sku === sku && line.uom === uom) : -1;
    const same = filled[at];
    if (same) filled[at] = { ...same, quantityMicro: toMicro(readQuantity(plus(fromMicro(same.quantityMicro), quantity))) };
    else filled.push({ id: newId(), position: ++position, sku, quantityMicro: toMicro(quantity), uom, configuration: configuration && [...configuration] });
  }
  if (filled.length > MAX_LIST_LINES) throw refuse('BAD_USER_INPUT', `A list holds at most ${MAX_LIST_LINES} lines.`, { lines: filled.length });
  return filled;
}

/** Sets quantities; zero takes the line out. [LIST-09] */
export function updateListLines(lines: readonly ListedLine[], updates: readonly LineUpdate[]): ListedLine[] {
  const quantities = new Map(updates.map(({ lineId, quantity }) => [lineId, readQuantity(quantity)]));
  pickLines(lines, [...quantities.keys()]);
  return lines.flatMap((line) => {
    const quantity = quantities.get(line.id);
    if (quantity === undefined) return [line];
    return isZero(quantity) ? [] : [{ ...line, quantityMicro: toMicro(quantity) }];
  });
}

export function removeListLines(lines: readonly ListedLine[], lineIds: readonly string[]): ListedLine[] {
  const gone = new Set(pickLines(lines, lineIds));
  return lines.filter((line) => !gone.has(line));
}

const MAX_NAME = 200;
const MAX_DESCRIPTION = 2_000;

/** The name as it is shown, and as it is compared. [LIST-05] */
export function readListName(text: string): { name: string; nameKey: string } {
  const name = text.trim().normalize('NFC');
  if (name === '' || name.length > MAX_NAME) throw refuse('BAD_USER_INPUT', `A list's name has between 1 and ${MAX_NAME} characters.`);
  return { name, nameKey: name.toLowerCase() };
}

/** Nothing but blanks is no description. */
export function readDescription(text: string | null | undefined): string | null {
  const description = text?.trim() ?? '';
  if (description.length > MAX_DESCRIPTION) throw refuse('BAD_USER_INPUT', `A description has at most ${MAX_DESCRIPTION} characters.`);
  return description === '' ? null : description;
}
