import { refuse } from '#kernel/errors.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { fromMicro, isZero, readQuantity, toMicro } from '#kernel/quantity.ts';
import type { LineShipping } from './cart-draft.ts';
import { sameStart } from './same-start.ts';
import type { FieldValue } from './extra-fields.ts';
import type { EndCustomer, Party } from './parties.ts';
import { mergeInto, type KnownItems } from './merge-lines.ts';

const MAX_LINES_AT_ONCE = 1_000;
const MAX_LINES = 2_000;

export interface WantedLine {
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
  /** Of a model; the catalog judges it. */
  readonly configuration?: readonly OptionChoice[] | null;
}

export interface LineUpdate {
  readonly lineId: string;
  readonly quantity: string;
}

/** A line before it is priced; `uom` null means the product's own unit. */
export interface DraftLine {
  readonly id: string;
  readonly position: number;
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly uom: string | null;
  readonly addedById: string;
  readonly agreementId?: string | null;
  readonly configuration?: OptionChoice[] | null;
  readonly changedById?: string | null;
  readonly changedAt?: Date | null;
  /** Null: shipped as the cart is. */
  readonly shipping?: LineShipping | null;
  /** Null: billed as the cart is. */
  readonly billTo?: Party | null;
  /** Null: for whom the cart is. */
  readonly endCustomer?: EndCustomer | null;
  readonly fields?: FieldValue[] | null;
  readonly note?: string | null;
}

export interface Adding {
  readonly addedById: string;
  readonly newId: () => string;
  /** Present where identical lines merge. [CART-57] */
  readonly merge?: KnownItems;
}

/** Puts lines in: one each, or merged with what is there where merging is on. [CART-04, CART-57] */
export function addLines(lines: readonly DraftLine[], wanted: readonly WantedLine[], adding: Adding): DraftLine[] {
  if (wanted.length === 0 || wanted.length > MAX_LINES_AT_ONCE) {
    throw refuse('BAD_USER_INPUT', `Add between 1 and ${MAX_LINES_AT_ONCE} lines at once.`, { lines: wanted.length });
  }
  const added = wanted.map(({ sku, quantity, uom, configuration }) => {
    const amount = readQuantity(quantity);
    if (isZero(amount)) throw refuse('QUANTITY_INVALID', 'Add at least some of it.', { sku, quantity });
    return { sku, quantityMicro: toMicro(amount), uom: uom ?? null, ...(configuration?.length && { configuration: [...configuration] }) };
  });
  return appendLines(lines, added, adding);
}

/** What a line says of itself, wherever it comes from. */
type LineContent = Omit<DraftLine, 'id' | 'position' | 'addedById'>;

export function appendLines(lines: readonly DraftLine[], contents: readonly LineContent[], { addedById, newId, merge }: Adding): DraftLine[] {
  let position = lines.at(-1)?.position ?? 0;
  const added = contents.map((content): DraftLine => ({ ...content, id: newId(), position: ++position, addedById }));
  return refuseTooMany(merge ? mergeInto(lines, added, merge) : [...lines, ...added]);
}

/** Sets quantities; zero takes the line out. [CART-39] */
export function updateLines(lines: readonly DraftLine[], updates: readonly LineUpdate[]): DraftLine[] {
  if (updates.length === 0) throw refuse('BAD_USER_INPUT', 'Name at least one line.');
  const byId = new Map(updates.map((update) => [update.lineId, toMicro(readQuantity(update.quantity))]));
  refuseUnknown(lines, byId.keys());
  return lines
    .map((line) => {
      const quantityMicro = byId.get(line.id) ?? line.quantityMicro;
      return quantityMicro === line.quantityMicro ? line : { ...line, quantityMicro };
    })
    .filter((line) => line.quantityMicro > 0n);
}

export function removeLines(lines: readonly DraftLine[], lineIds: readonly string[]): DraftLine[] {
  if (lineIds.length === 0) throw refuse('BAD_USER_INPUT', 'Name at least one line.');
  refuseUnknown(lines, lineIds);
  const gone = new Set(lineIds);
  return lines.filter((line) => !gone.has(line.id));
}

/**
 * Parts of a line become lines of their own, each with all the line said; the line keeps what is left, and goes when nothing is.
 * Where the parts are all of it, the line itself is the first of them. [CHK-33, CHK-34]
 */
export function splitLine(lines: readonly DraftLine[], lineId: string, quantities: readonly string[], newId: () => string): DraftLine[] {
  refuseUnknown(lines, [lineId]);
  const at = lines.findIndex((line) => line.id === lineId);
  const line = lines[at] as DraftLine;
  const parts = quantities.map((quantity) => toMicro(readQuantity(quantity)));
  const quantity = fromMicro(line.quantityMicro);
  if (line.quantityMicro <= 1_000_000n) throw refuse('QUANTITY_INVALID', 'Only a line of more than one can be split.', { lineId, quantity });
  if (parts.length === 0 || parts.some((part) => part === 0n)) throw refuse('QUANTITY_INVALID', 'A line is split by quantities, none of them zero.', { lineId, quantities });
  const left = line.quantityMicro - parts.reduce((sum, part) => sum + part, 0n);
  if (left < 0n) throw refuse('QUANTITY_INVALID', `The quantities are more than ${quantity} together.`, { lineId, quantity, quantities });
  const [own, ...others] = left > 0n ? [left, ...parts] : parts.length > 1 ? parts : [0n, ...parts];
  const split = [{ ...line, quantityMicro: own ?? 0n }, ...others.map((quantityMicro) => ({ ...line, id: newId(), quantityMicro }))].filter(({ quantityMicro }) => quantityMicro > 0n);
  const all = [...lines.slice(0, at), ...split, ...lines.slice(at + 1)];
  return refuseTooMany(all.map((each, i) => (i <= at ? each : { ...each, position: (lines[at]?.position ?? 0) + i - at })));
}

/** Changes one line. */
export function changeLine(lines: readonly DraftLine[], lineId: string, change: (line: DraftLine) => DraftLine): DraftLine[] {
  refuseUnknown(lines, [lineId]);
  return lines.map((line) => (line.id === lineId ? change(line) : line));
}

/** The SKUs of lines that stay, in another quantity. */
export function requantified(before: readonly DraftLine[], after: readonly DraftLine[]): string[] {
  const same = sameStart(before, after);
  const now = new Map(after.slice(same).map((line) => [line.id, line.quantityMicro]));
  const moved = (line: DraftLine): boolean => now.has(line.id) && now.get(line.id) !== line.quantityMicro;
  return now.size === 0 ? [] : before.slice(same).filter(moved).map(({ sku }) => sku);
}

function refuseTooMany(lines: DraftLine[]): DraftLine[] {
  if (lines.length > MAX_LINES) throw refuse('BAD_USER_INPUT', `A cart holds at most ${MAX_LINES} lines.`, { lines: lines.length });
  return lines;
}

function refuseUnknown(lines: readonly DraftLine[], ids: Iterable<string>): void {
  const known = new Set(lines.map((line) => line.id));
  for (const lineId of ids) if (!known.has(lineId)) throw refuse('NOT_FOUND', 'The cart has no such line.', { lineId });
}
